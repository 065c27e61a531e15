#include "trust.h"

static bool signed_by(const uint8_t key[KEY], struct octets label, struct octets statement) {
    size_t size = statement.size - SIGNATURE;
    return verify(key, label, octets(statement.at, size), statement.at + size);
}

enum verdict trust_pin(struct trust *t, struct octets signed_root) {
    uint8_t digest[HASH];
    struct root r;
    if (!read_root(signed_root, &r)) return MALFORMED;
    if (!signed_by(r.key, LABEL("root"), signed_root)) return NOT_AUTHENTIC;
    hash(digest, 3, (struct octets[]){LABEL("project"), {(const uint8_t *)"\1", 1}, {r.key, KEY}});
    memcpy(t->project, digest, PROJECT);
    memcpy(t->root_key, r.key, KEY);
    t->count = 0;
    return GOOD;
}

static const struct issuing_key *find(const struct trust *t, enum purpose purpose, uint32_t epoch) {
    for (int i = 0; i < t->count; i++) {
        if (t->key[i].purpose == purpose && t->key[i].epoch == epoch) return &t->key[i];
    }
    return NULL;
}

enum verdict trust_add(struct trust *t, struct octets signed_key) {
    struct issuing_key k;
    if (!read_issuing_key(signed_key, &k)) return MALFORMED;
    if (memcmp(k.project, t->project, PROJECT) != 0 || !signed_by(t->root_key, LABEL("issuing-key"), signed_key)) {
        return NOT_AUTHENTIC;
    }
    struct issuing_key *known = (struct issuing_key *)find(t, k.purpose, k.epoch);
    if (known == NULL) {
        if (t->count == ISSUING_KEYS) return NOT_AUTHENTIC;
        t->key[t->count++] = k;
    } else if (memcmp(known->key, k.key, KEY) != 0) {
        return NOT_AUTHENTIC;
    } else if (k.issued > known->issued) {
        *known = k;
    }
    return GOOD;
}

static bool in_use(const struct issuing_key *k, uint32_t issued) { return k != NULL && issued >= k->issued && issued < k->expires; }

bool trust_signed(const struct trust *t, struct octets label, const uint8_t project[PROJECT], enum purpose purpose,
                  uint32_t epoch, uint32_t issued, struct octets statement) {
    const struct issuing_key *k = find(t, purpose, epoch);
    return memcmp(project, t->project, PROJECT) == 0 && in_use(k, issued) && signed_by(k->key, label, statement);
}

bool trust_counts(const struct trust *t, enum purpose purpose, uint32_t epoch, uint32_t issued, uint32_t minimum, uint32_t now) {
    const struct issuing_key *k = find(t, purpose, epoch);
    return epoch >= minimum && in_use(k, issued) && now < k->expires;
}
