package outline

import (
	"embed"
	"sync"

	"candid/model/rules"
)

//go:embed *.go *.txt
var sources embed.FS

// Version names the rules and the words that Read goes by: with others a document may have another outline.
var Version = sync.OnceValue(func() string { return rules.Version(sources) })
