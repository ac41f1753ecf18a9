package cli

import (
	"strings"
	"testing"
)

func TestBoundedPaste(t *testing.T) {
	long := strings.Repeat("a line of a posting\n", pasteLimit/20)
	for _, c := range []struct{ name, in, want string }{
		{"keys", "jk\x1b[A\x1bq", "jk\x1b[A\x1bq"},
		{"a paste", "j" + pasteOpens + "words" + pasteCloses + "k", "j" + pasteOpens + "words" + pasteCloses + "k"},
		{"two pastes", strings.Repeat(pasteOpens+"words"+pasteCloses, 2), strings.Repeat(pasteOpens+"words"+pasteCloses, 2)},
		{"an escape in a paste", pasteOpens + "a\x1b[20\x1b\x1b[200~b" + pasteCloses, pasteOpens + "a\x1b[20\x1b\x1b[200~b" + pasteCloses},
		{"one of just the size", pasteOpens + long[:pasteLimit-10] + pasteCloses, pasteOpens + long[:pasteLimit-10] + pasteCloses},
		{"one that is too long", pasteOpens + long + long + pasteCloses + "q", pasteOpens + (long + long)[:pasteLimit] + pasteCloses + "q"},
	} {
		for _, size := range []int{1, 3, 256, 4095} {
			t.Run(c.name, func(t *testing.T) {
				var b boundedPaste
				var got strings.Builder
				for in := []byte(c.in); len(in) > 0; {
					piece := in[:min(size, len(in))]
					in = in[len(piece):]
					got.Write(piece[:b.bound(piece)])
				}
				if got.String() != c.want {
					t.Errorf("%d bytes came through in pieces of %d, want %d", got.Len(), size, len(c.want))
				}
			})
		}
	}
}
