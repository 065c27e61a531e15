/* The handshake's variables and what is done with them (protocol.md 2.3). */
#ifndef LINTEL_NOISE_H
#define LINTEL_NOISE_H

#include "crypto.h"

struct noise {
    uint8_t ck[KEY], h[HASH], k[KEY];
};

/* name: 32 characters. */
void noise_begin(struct noise *n, const char *name);
void mix_hash(struct noise *n, struct octets x);
void mix_key(struct noise *n, struct octets x);
void mix_key_and_hash(struct noise *n, struct octets x);

/* out: text.size + 16 octets. */
void noise_seal(struct noise *n, uint8_t *out, struct octets text);

/* out: sealed.size - 16 octets. */
bool noise_open(struct noise *n, uint8_t *out, struct octets sealed);

#endif
