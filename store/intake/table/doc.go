// Package table reads tables of candidates, and tells which column holds what.
package table

import _ "github.com/xuri/excelize/v2"
