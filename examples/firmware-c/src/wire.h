/* Protocol Buffers: the one canonical form of statements, and the usual one of a reader's configuration (protocol.md 11). */
#ifndef LINTEL_WIRE_H
#define LINTEL_WIRE_H

#include "octets.h"

enum { WIRE_VARINT = 0, WIRE_64 = 1, WIRE_OCTETS = 2, WIRE_32 = 5 };

struct field {
    uint32_t number;
    uint8_t wire;
    uint64_t value;        /* of a varint, or of four octets */
    struct octets octets;  /* of WIRE_OCTETS */
};

/* Reads a varint of at most 64 bits off the front of rest; strict ones are as short as they can be. */
bool varint(struct octets *rest, bool strict, uint64_t *value);

/* Reads a field off the front of rest. False at the end, where rest is empty, and at octets that are none, where it is not. */
bool next_field(struct octets *rest, bool strict, struct field *f);

/* A field of a statement, and its bounds: of the number, of four octets, or of how many octets there are. */
struct rule {
    uint8_t number, wire;
    bool needed;
    uint64_t least, most;
};

/*
 * Reads a canonical body by rules in ascending order into one field for each rule; what is absent is 0 and no octets.
 * Checks all that section 11 says of a body's form, and the bounds.
 */
bool read_canonical(struct octets body, int count, const struct rule *rules, struct field *fields);

/* Whether these are well-formed UTF-8. */
bool utf8(struct octets text);

#endif
