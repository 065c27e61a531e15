/* The reader's side of the ratchets (protocol.md 5.2): in volatile memory only, one entry for each serial. */
#ifndef LINTEL_RATCHET_H
#define LINTEL_RATCHET_H

#include "statement.h"

#ifndef RATCHETS
#define RATCHETS 64
#endif

enum { ATTEMPTS = 4, HINT = 8 };

struct step {
    uint8_t secret[KEY], hint[ATTEMPTS][HINT];
    uint8_t floor; /* the lowest attempt that is still good */
};

struct ratchet {
    bool used, has_last;
    struct credential credential;
    int64_t made; /* in milliseconds */
    uint32_t uses;
    uint64_t touched;
    struct step current, last;
};

struct ratchets {
    int room; /* at most RATCHETS */
    uint64_t clock;
    struct ratchet entry[RATCHETS];
};

/* Where a hint was found. */
struct hit {
    struct ratchet *ratchet;
    struct step *step;
    uint8_t attempt;
};

void ratchet_begin(struct ratchets *all, int room);

/* A granted cold tap: in place of the serial's entry, of a free one, or of the one that was used least recently. */
void ratchet_put(struct ratchets *all, const struct credential *c, const uint8_t secret[KEY], int64_t now);

bool ratchet_find(struct ratchets *all, const uint8_t hint[HINT], struct hit *hit);

/* Behind an AEAD that opened, and never before: kills the attempt and those before it, and steps. */
void ratchet_accept(struct ratchets *all, const struct hit *hit);

void ratchet_drop(struct ratchets *all, uint32_t serial);

#endif
