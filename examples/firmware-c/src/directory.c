#include "directory.h"

void directory_begin(struct directory *d) { memset(d, 0, sizeof *d); }

void directory_index(struct directory *d, const struct config *c) {
    struct octets rest = c->content, credential;
    uint8_t digest[HASH];
    d->given = 0;
    while (d->given < DIRECTORY_MOST && config_directory(&rest, &credential)) {
        hash(digest, 1, &credential);
        memcpy(d->index[d->given++], digest, INDEXED);
    }
}

const struct credential *directory_cached(struct directory *d, const uint8_t reference[REFERENCE]) {
    for (int i = 0; i < CACHED; i++) {
        struct cached *k = &d->cache[i];
        if (k->touched > 0 && memcmp(k->fingerprint, reference, REFERENCE) == 0) {
            k->touched = ++d->clock;
            return &k->credential;
        }
    }
    return NULL;
}

bool directory_given(const struct directory *d, const struct config *c, const uint8_t reference[REFERENCE], struct octets *found) {
    struct octets rest = c->content;
    uint8_t digest[HASH];
    for (uint16_t i = 0, at = 0; i < d->given; i++) {
        if (memcmp(d->index[i], reference, INDEXED) != 0) continue;
        for (; at <= i; at++) {
            if (!config_directory(&rest, found)) return false;
        }
        hash(digest, 1, found);
        if (memcmp(digest, reference, REFERENCE) == 0) return true;
    }
    return false;
}

void directory_put(struct directory *d, const uint8_t fingerprint[HASH], const struct credential *c) {
    struct cached *k = &d->cache[0];
    for (int i = 1; i < CACHED; i++) {
        if (d->cache[i].touched < k->touched) k = &d->cache[i];
    }
    k->touched = ++d->clock;
    k->credential = *c;
    memcpy(k->fingerprint, fingerprint, HASH);
}
