// Package pdf reads PDF documents with PDFium in WebAssembly: their text in reading order, and what of it nobody sees on the
// page.
package pdf

import _ "github.com/klippa-app/go-pdfium/webassembly"
import _ "github.com/tetratelabs/wazero"
