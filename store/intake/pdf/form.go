package pdf

import (
	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/structs"
)

// openForm gives a handle on the form of a document, "" where it has none. Nothing of the form is run: its scripts need an engine
// that this PDFium is built without, and none of its actions is asked for.
func openForm(lib pdfium.Pdfium, doc references.FPDF_DOCUMENT) references.FPDF_FORMHANDLE {
	kind, err := lib.FPDF_GetFormType(&requests.FPDF_GetFormType{Document: doc})
	if err != nil || kind.FormType == enums.FPDF_FORMTYPE_NONE {
		return ""
	}
	form, err := lib.FPDFDOC_InitFormFillEnvironment(&requests.FPDFDOC_InitFormFillEnvironment{Document: doc, FormFillInfo: structs.FPDF_FORMFILLINFO{
		FFI_Invalidate:         func(references.FPDF_PAGE, float64, float64, float64, float64) {},
		FFI_SetCursor:          func(enums.FXCT) {},
		FFI_SetTimer:           func(int, func(int)) int { return 0 },
		FFI_KillTimer:          func(int) {},
		FFI_GetLocalTime:       func() structs.FPDF_SYSTEMTIME { return structs.FPDF_SYSTEMTIME{} },
		FFI_GetPage:            func(references.FPDF_DOCUMENT, int) *references.FPDF_PAGE { return nil },
		FFI_GetRotation:        func(references.FPDF_PAGE) enums.FPDF_PAGE_ROTATION { return 0 },
		FFI_ExecuteNamedAction: func(string) {},
	}})
	if err != nil {
		return ""
	}
	return form.FormHandle
}

func closeForm(lib pdfium.Pdfium, form references.FPDF_FORMHANDLE) {
	if form != "" {
		_, _ = lib.FPDFDOC_ExitFormFillEnvironment(&requests.FPDFDOC_ExitFormFillEnvironment{FormHandle: form})
	}
}
