package store

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/fxamacker/cbor/v2"
)

// A record is a format byte, a byte of flags, the payload, and four bytes of CRC-32C over the bucket, the key and all before.
const (
	recordFormat     = 1
	flagDeflated     = 1 << 0
	recordOverhead   = 2 + 4
	maxRecord        = 32 << 20 // bytes of a payload, before and after inflating
	worthCompressing = 512      // bytes
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var (
	errChecksum = errors.New("its checksum does not match")
	errFormat   = errors.New("its format is unknown")
	errLength   = errors.New("its length is impossible")
)

// The two CBOR modes: the same value always gives the same bytes, and nothing read can ask for much. Text that is no UTF-8 goes in and
// comes out as it is: what could be written must be readable.
var encoder, decoder = func() (cbor.EncMode, cbor.DecMode) {
	enc, err := cbor.EncOptions{Sort: cbor.SortCoreDeterministic, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden}.EncMode()
	if err != nil {
		panic(err)
	}
	dec, err := cbor.DecOptions{
		DupMapKey: cbor.DupMapKeyEnforcedAPF, IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden,
		MaxNestedLevels: 16, MaxArrayElements: 1 << 17, MaxMapPairs: 1 << 12, UTF8: cbor.UTF8DecodeInvalid,
	}.DecMode()
	if err != nil {
		panic(err)
	}
	return enc, dec
}()

func checksum(bucket string, key, body []byte) uint32 {
	var lengths [4]byte
	binary.BigEndian.PutUint16(lengths[0:], uint16(len(bucket)))
	binary.BigEndian.PutUint16(lengths[2:], uint16(len(key)))
	sum := crc32.Update(0, castagnoli, lengths[:])
	sum = crc32.Update(sum, castagnoli, []byte(bucket))
	sum = crc32.Update(sum, castagnoli, key)
	return crc32.Update(sum, castagnoli, body)
}

// seal makes the record of a payload.
func seal(bucket string, key []byte, flags byte, payload []byte) ([]byte, error) {
	if len(payload) > maxRecord {
		return nil, errLength
	}
	record := make([]byte, 0, len(payload)+recordOverhead)
	record = append(record, recordFormat, flags)
	record = append(record, payload...)
	return binary.LittleEndian.AppendUint32(record, checksum(bucket, key, record)), nil
}

// unseal gives a record's payload back, or says why it cannot be trusted.
func unseal(bucket string, key, record []byte) (payload []byte, err error) {
	if len(record) < recordOverhead || len(record) > maxRecord+recordOverhead {
		return nil, errLength
	}
	if sumOf(record) != checksum(bucket, key, record[:len(record)-4]) {
		return nil, errChecksum
	}
	if record[0] != recordFormat || record[1]&^flagDeflated != 0 {
		return nil, errFormat
	}
	payload = record[2 : len(record)-4]
	if record[1]&flagDeflated != 0 {
		return inflate(payload)
	}
	return payload, nil
}

// sumOf is the checksum that a record carries.
func sumOf(record []byte) uint32 {
	if len(record) < recordOverhead {
		return 0
	}
	return binary.LittleEndian.Uint32(record[len(record)-4:])
}

// pack makes the record of a value.
func pack(bucket string, key []byte, value any) ([]byte, error) {
	payload, err := encoder.Marshal(value)
	if err != nil {
		return nil, err
	}
	return seal(bucket, key, 0, payload)
}

// unpack reads a record into value.
func unpack(bucket string, key, record []byte, value any) error {
	payload, err := unseal(bucket, key, record)
	if err != nil {
		return err
	}
	return decoder.Unmarshal(payload, value)
}

// squeezed is a payload as it is sealed, compressed where that pays. Compressing takes longest: it can be done ahead.
type squeezed struct {
	flags byte
	bytes []byte
}

func squeeze(payload []byte) squeezed {
	if len(payload) >= worthCompressing {
		if small := deflate(payload); len(small) < len(payload) {
			return squeezed{flagDeflated, small}
		}
	}
	return squeezed{0, payload}
}

// deflaters is compressors to use again: one takes most of a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, flate.DefaultCompression)
	if err != nil {
		panic(err) // the level is a constant
	}
	return w
}}

func deflate(b []byte) []byte {
	var small bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&small)
	if _, err := w.Write(b); err != nil {
		panic(err) // a bytes.Buffer takes all
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return small.Bytes()
}

func inflate(b []byte) ([]byte, error) {
	r := flate.NewReader(bytes.NewReader(b))
	defer func() { _ = r.Close() }()
	whole, err := io.ReadAll(io.LimitReader(r, maxRecord+1))
	if err != nil {
		return nil, fmt.Errorf("it does not inflate: %w", err)
	}
	if len(whole) > maxRecord {
		return nil, errLength
	}
	return whole, nil
}
