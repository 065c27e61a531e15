#include "noise.h"

static struct octets octet(const char *x) { return octets(x, 1); }

void noise_begin(struct noise *n, const char *name) {
    memcpy(n->ck, name, KEY);
    memcpy(n->h, name, HASH);
    memset(n->k, 0, KEY);
}

void mix_hash(struct noise *n, struct octets x) { hash(n->h, 2, (struct octets[]){octets(n->h, HASH), x}); }

/* Noise's HKDF: the new chaining key, and up to two more outputs, each made of the one before. */
static void chain(struct noise *n, struct octets x, uint8_t second[HASH], uint8_t third[HASH]) {
    uint8_t t[HASH];
    struct octets key = octets(t, HASH);
    hmac(t, octets(n->ck, KEY), 1, &x);
    hmac(n->ck, key, 1, (struct octets[]){octet("\1")});
    hmac(second, key, 2, (struct octets[]){octets(n->ck, KEY), octet("\2")});
    if (third != NULL) hmac(third, key, 2, (struct octets[]){octets(second, HASH), octet("\3")});
    wipe(t, sizeof t);
}

void mix_key(struct noise *n, struct octets x) { chain(n, x, n->k, NULL); }

void mix_key_and_hash(struct noise *n, struct octets x) {
    uint8_t m[HASH];
    chain(n, x, m, n->k);
    mix_hash(n, octets(m, HASH));
    wipe(m, sizeof m);
}

void noise_seal(struct noise *n, uint8_t *out, struct octets text) {
    seal(out, n->k, 0, octets(n->h, HASH), text);
    mix_hash(n, octets(out, text.size + TAG));
}

bool noise_open(struct noise *n, uint8_t *out, struct octets sealed) {
    bool good = unseal(out, n->k, 0, octets(n->h, HASH), sealed);
    mix_hash(n, sealed);
    return good;
}
