/* The reader's ephemeral key pairs (protocol.md 4.2): made ahead, kept while no DH has used them, for an hour at most. */
#ifndef LINTEL_EPHEMERAL_H
#define LINTEL_EPHEMERAL_H

#include "crypto.h"

#ifndef EPHEMERALS
#define EPHEMERALS 8
#endif

struct ephemeral {
    uint8_t private_key[KEY], public_key[KEY];
    int64_t made;
};

struct ephemerals {
    int count;
    struct ephemeral kept[EPHEMERALS];
};

typedef void (*random_source)(void *context, uint8_t *out, size_t size);

/* The one that was kept last, or a new one. */
void ephemeral_take(struct ephemerals *all, struct ephemeral *e, random_source source, void *context, int64_t now);

/* Takes an unused one back, or erases it where there is no room. e is erased in any case. */
void ephemeral_keep(struct ephemerals *all, struct ephemeral *e);

/*
 * Erases those that have had their hour, and makes one ahead; false if there is no room for one more. To be called when nobody
 * waits, once a second or so: that is what bounds how long the private keys lie here.
 */
bool ephemeral_make(struct ephemerals *all, random_source source, void *context, int64_t now);

#endif
