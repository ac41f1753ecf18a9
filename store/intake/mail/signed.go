package mail

import (
	"bytes"
	"encoding/asn1"

	"candid/model"
)

// signed opens a message that its signature is wrapped around.
func (m *message) signed(b []byte) *model.Problem {
	inner, ok := innerOf(b)
	if !ok || m.depth == maxInside {
		return refuse("a signed message whose text is inside its signature", "open it in a mail program and save its attachments")
	}
	root, err := parse(append([]byte("Mime-Version: 1.0\r\n"), inner...))
	if err != nil {
		return refuse("a signed message whose text is damaged", "ask for it again")
	}
	m.depth++
	return m.sorted(root, false)
}

// innerOf is the octets that a signature of CMS (RFC 5652) is wrapped around.
func innerOf(b []byte) ([]byte, bool) {
	oid, rest, ok := descend(b)
	if !ok || !bytes.Equal(oid, []byte{0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02}) { // signed-data
		return nil, false
	}
	var explicit, signed, version, digests, content asn1.RawValue
	if _, err := asn1.Unmarshal(rest, &explicit); err != nil {
		return nil, false
	}
	if _, err := asn1.Unmarshal(explicit.Bytes, &signed); err != nil {
		return nil, false
	}
	rest = signed.Bytes
	for _, v := range []*asn1.RawValue{&version, &digests, &content} {
		var err error
		if rest, err = asn1.Unmarshal(rest, v); err != nil {
			return nil, false
		}
	}
	_, rest, ok = descend(content.FullBytes)
	if !ok {
		return nil, false
	}
	var octets []byte
	var wrapped asn1.RawValue
	if _, err := asn1.Unmarshal(rest, &wrapped); err != nil {
		return nil, false
	}
	_, err := asn1.Unmarshal(wrapped.Bytes, &octets)
	return octets, err == nil && len(octets) > 0
}

// descend parts a sequence that begins with the name of a type into that and what follows.
func descend(b []byte) (oid, rest []byte, ok bool) {
	var sequence, name asn1.RawValue
	if _, err := asn1.Unmarshal(b, &sequence); err != nil || sequence.Tag != asn1.TagSequence {
		return nil, nil, false
	}
	rest, err := asn1.Unmarshal(sequence.Bytes, &name)
	return name.Bytes, rest, err == nil && name.Tag == asn1.TagOID
}
