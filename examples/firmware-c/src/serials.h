/* A list's serials (revocation.md 1), read as a stream: a position, the next serial, and what is left. */
#ifndef LINTEL_SERIALS_H
#define LINTEL_SERIALS_H

#include "octets.h"

/* Where a pass over the entries stands. */
struct serials {
    struct octets octets;
    uint32_t bit, left;
    uint64_t least;
    uint8_t coding, gap, length;
};

struct run {
    uint32_t first, last;
};

/* Begins a pass; false if the octets do not begin as a set does. */
bool serials_begin(struct serials *s, uint32_t base, uint8_t coding, struct octets octets);

/* Reads the next entry: 1, 0 behind the last one, -1 if there is none where one should be. */
int serials_next(struct serials *s, struct run *run);

/* Whether the octets are a set and nothing else. */
bool serials_good(uint32_t base, uint8_t coding, struct octets octets);

/* Notes on the way of a pass, so that a look-up begins near to what it looks for. */
enum { SERIALS_NOTES = 64 };

struct serials_index {
    struct serials start;
    uint8_t count;
    struct {
        uint32_t bit, left, least;
    } note[SERIALS_NOTES];
};

/* To be made of a good set. */
void serials_index(struct serials_index *index, uint32_t base, uint8_t coding, struct octets octets);

/* Whether the serial is below the base, or in the set. */
bool serials_revoke(const struct serials_index *index, uint32_t serial);

#endif
