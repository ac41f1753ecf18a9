"""Turns what `tmux capture-pane -e` prints (standard input) into an HTML page (standard output), each cell on a strict grid.

usage: page.py COLUMNS dark|light    prints the window's size for chromium on standard error
"""
import html
import re
import sys
import unicodedata

CELL_W, CELL_H, PAD = 8.4, 18, 20
SIXTEEN = {
    "dark": "#14161b #e06c75 #98c379 #e5c07b #61afef #c678dd #56b6c2 #c8ccd4 #5c6370 #ff7b86 #b5e890 #ffd787 #7cc4ff #de9af2 #6fd5e0 #ffffff",
    "light": "#1f242c #a3243b #2a7a3b #8a5a00 #0b57a8 #8a2f8a #0f6b70 #e6e8ec #58606d #c23a52 #2f8f47 #a86f00 #2f73c7 #a54aa5 #1f8a90 #ffffff",
}
GROUND = {"dark": ("#d7dae0", "#14161b"), "light": ("#1f242c", "#fbfbf9")}


def of256(n, sixteen):
    if n < 16:
        return sixteen[n]
    if n >= 232:
        return "#" + f"{8 + (n - 232) * 10:02x}" * 3
    levels = (0, 95, 135, 175, 215, 255)
    n -= 16
    return "#%02x%02x%02x" % (levels[n // 36], levels[n // 6 % 6], levels[n % 6])


def colour(codes, sixteen):
    """Takes the colour that follows a 38 or 48 off the front of codes."""
    kind = codes.pop(0)
    if kind == 5:
        return of256(codes.pop(0), sixteen)
    return "#%02x%02x%02x" % (codes.pop(0), codes.pop(0), codes.pop(0))


def restyle(style, codes, sixteen):
    while codes:
        c = codes.pop(0)
        if c == 0:
            style.clear()
        elif c == 1:
            style["font-weight"] = "700"
        elif c == 2:
            style["opacity"] = ".6"
        elif c == 3:
            style["font-style"] = "italic"
        elif c == 4:
            style["text-decoration"] = "underline"
        elif c == 7:
            style["reverse"] = True
        elif c == 9:
            style["text-decoration"] = "line-through"
        elif c == 22:
            style.pop("font-weight", None), style.pop("opacity", None)
        elif c in (24, 29):
            style.pop("text-decoration", None)
        elif c == 27:
            style.pop("reverse", None)
        elif 30 <= c <= 37 or 90 <= c <= 97:
            style["color"] = sixteen[c - 30 if c < 40 else c - 82]
        elif 40 <= c <= 47 or 100 <= c <= 107:
            style["background"] = sixteen[c - 40 if c < 50 else c - 92]
        elif c == 38:
            style["color"] = colour(codes, sixteen)
        elif c == 48:
            style["background"] = colour(codes, sixteen)
        elif c == 39:
            style.pop("color", None)
        elif c == 49:
            style.pop("background", None)


def css(style, ground):
    s = dict(style)
    if s.pop("reverse", False):
        s["color"], s["background"] = s.get("background", ground[1]), s.get("color", ground[0])
    return ";".join(f"{k}:{v}" for k, v in s.items())


def width(ch):
    if unicodedata.category(ch) in ("Mn", "Me") or ch in "\u200d\ufe0e\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(ch) in "WF" else 1


def main():
    columns, theme = int(sys.argv[1]), sys.argv[2]
    sixteen, ground = SIXTEEN[theme].split(), GROUND[theme]
    rows, style = [], {}
    lines = sys.stdin.read().rstrip("\n").split("\n")
    for line in lines:
        x, spans = 0, []
        for m in re.finditer(r"\x1b\[([0-9;:]*)m|\x1b.|([^\x1b])", line):
            if m.group(1) is not None:
                restyle(style, [int(c or 0) for c in re.split("[;:]", m.group(1))], sixteen)
            elif m.group(2):
                ch = m.group(2)
                if width(ch) == 0 and spans:
                    spans[-1][2] += ch
                    continue
                look = css(style, ground)
                if spans and spans[-1][1] == look and spans[-1][3] == width(ch) == 1:
                    spans[-1][2] += ch
                else:
                    spans.append([x, look, ch, width(ch)])
                x += width(ch)
        rows.append("".join(f'<span style="left:{a * CELL_W}px;{s}">{html.escape(t)}</span>' for a, s, t, _ in spans))
    print(f"--window-size={round(columns * CELL_W) + 2 * PAD},{len(lines) * CELL_H + 2 * PAD}", file=sys.stderr)
    print(
        f"<!doctype html><meta charset=utf-8><style>body{{margin:0;padding:{PAD}px;background:{ground[1]};color:{ground[0]};"
        "font:14px/18px 'JetBrains Mono','Noto Sans Mono CJK SC',monospace;font-variant-ligatures:none}"
        f"div{{position:relative;height:{CELL_H}px;white-space:pre}}span{{position:absolute;height:{CELL_H}px}}</style>"
        + "".join(f"<div>{r}</div>" for r in rows)
    )


main()
