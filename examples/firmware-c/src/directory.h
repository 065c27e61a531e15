/* Where the reader finds a credential by its reference: what the configuration brought, and what phones showed (protocol.md 4.5). */
#ifndef LINTEL_DIRECTORY_H
#define LINTEL_DIRECTORY_H

#include "config.h"

#ifndef CACHED
#define CACHED 64
#endif

enum { REFERENCE = 20, INDEXED = 4 };

struct cached {
    uint64_t touched; /* 0: free */
    uint8_t fingerprint[HASH];
    struct credential credential;
};

struct directory {
    uint64_t clock;
    struct cached cache[CACHED];
    uint16_t given;
    uint8_t index[DIRECTORY_MOST][INDEXED]; /* how the references of the given ones begin, in the content's order */
};

/* Forgets what was cached, and reads the given ones of a configuration. */
void directory_begin(struct directory *d);
void directory_index(struct directory *d, const struct config *c);

/* The cached credential of this reference; NULL if there is none. */
const struct credential *directory_cached(struct directory *d, const uint8_t reference[REFERENCE]);

/* The octets of the given credential of this reference. Nobody has verified them yet. */
bool directory_given(const struct directory *d, const struct config *c, const uint8_t reference[REFERENCE], struct octets *found);

/* Keeps a verified credential, in place of the one that was used least recently. */
void directory_put(struct directory *d, const uint8_t fingerprint[HASH], const struct credential *c);

#endif
