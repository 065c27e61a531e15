#include "statement.h"

#include "serials.h"

#define VARINT(n, needed, least, most) {n, WIRE_VARINT, needed, least, most}
#define FIXED(n, needed) {n, WIRE_32, needed, 1, UINT32_MAX}
#define OCTETS(n, needed, least, most) {n, WIRE_OCTETS, needed, least, most}

/* The body of a statement of a kind's size. */
static bool body_of(struct octets statement, size_t most, struct octets *body) {
    if (statement.size <= SIGNATURE || statement.size > most) return false;
    *body = octets(statement.at, statement.size - SIGNATURE);
    return true;
}

static uint32_t number(const struct field *f) { return (uint32_t)f->value; }

/* Copies a field of as many octets as its rule says. */
static void copy(uint8_t *to, const struct field *f) { memcpy(to, f->octets.at, f->octets.size); }

static bool read_groups(struct octets packed, struct groups *g) {
    uint64_t last = 0, x;
    g->count = 0;
    while (packed.size > 0) {
        if (g->count == GROUPS || !varint(&packed, true, &x) || x <= last || x > 16383) return false;
        g->number[g->count++] = (uint16_t)(last = x);
    }
    return g->count > 0;
}

bool share_group(const struct groups *a, const struct groups *b) {
    for (int i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->number[i] == b->number[j]) return true;
        if (a->number[i] < b->number[j]) i++;
        else j++;
    }
    return false;
}

bool read_root(struct octets statement, struct root *r) {
    static const struct rule rules[] = {VARINT(1, true, 1, 1), OCTETS(2, true, KEY, KEY), FIXED(3, true)};
    struct field f[3];
    struct octets body;
    if (!body_of(statement, 256, &body) || !read_canonical(body, 3, rules, f)) return false;
    r->key = f[1].octets.at;
    return true;
}

bool read_issuing_key(struct octets statement, struct issuing_key *k) {
    static const struct rule rules[] = {OCTETS(1, true, PROJECT, PROJECT), VARINT(2, true, 1, 4), VARINT(3, true, 1, 65535),
                                        OCTETS(4, true, KEY, KEY), FIXED(5, true), FIXED(6, true)};
    struct field f[6];
    struct octets body;
    if (!body_of(statement, 256, &body) || !read_canonical(body, 6, rules, f)) return false;
    copy(k->project, &f[0]);
    k->purpose = (enum purpose)f[1].value;
    k->epoch = number(&f[2]);
    copy(k->key, &f[3]);
    k->issued = number(&f[4]);
    k->expires = number(&f[5]);
    return k->expires > k->issued;
}

bool read_certificate(struct octets statement, struct certificate *c) {
    static const struct rule rules[] = {OCTETS(1, true, PROJECT, PROJECT), VARINT(2, true, 1, 65535),
                                        VARINT(3, true, 1, INT32_MAX),     OCTETS(4, true, KEY, KEY),
                                        OCTETS(5, true, KEY, KEY),         OCTETS(6, true, 1, 16),
                                        VARINT(7, false, 1, 2),            FIXED(8, true),
                                        FIXED(9, true)};
    struct field f[9];
    struct octets body;
    if (!body_of(statement, CERTIFICATE_MOST, &body) || !read_canonical(body, 9, rules, f)) return false;
    copy(c->project, &f[0]);
    c->issuing_epoch = number(&f[1]);
    c->reader_number = number(&f[2]);
    copy(c->dh_key, &f[3]);
    copy(c->signing_key, &f[4]);
    c->technology = (uint8_t)f[6].value;
    c->issued = number(&f[7]);
    c->expires = number(&f[8]);
    return read_groups(f[5].octets, &c->groups) && c->expires > c->issued;
}

bool read_credential(struct octets statement, struct credential *c) {
    static const struct rule rules[] = {
        OCTETS(1, true, PROJECT, PROJECT), VARINT(2, true, 1, 65535), FIXED(3, true),
        VARINT(4, false, 1, INT64_MAX),    OCTETS(5, true, KEY, KEY), FIXED(6, true),
        FIXED(7, false),                   FIXED(8, false),           FIXED(9, true),
        OCTETS(10, true, 1, 16),           VARINT(11, false, 1, 2),   VARINT(12, false, 1, 3)};
    struct field f[12];
    struct octets body;
    if (!body_of(statement, CREDENTIAL_MOST, &body) || !read_canonical(body, 12, rules, f)) return false;
    copy(c->project, &f[0]);
    c->issuing_epoch = number(&f[1]);
    c->serial = number(&f[2]);
    c->access_number = f[3].value;
    copy(c->holder_key, &f[4]);
    c->issued = number(&f[5]);
    if (number(&f[6]) == c->issued) return false; /* written, though it says what its absence says */
    c->valid_from = f[6].value != 0 ? number(&f[6]) : c->issued;
    c->valid_until = number(&f[7]);
    c->lease_end = number(&f[8]);
    c->technology = (uint8_t)f[10].value;
    c->flags = (uint8_t)f[11].value;
    return read_groups(f[9].octets, &c->groups) && (c->valid_until == 0 || c->valid_until >= c->valid_from)
        && c->lease_end >= c->issued;
}

bool read_configuration(struct octets statement, struct configuration *c) {
    static const struct rule rules[] = {OCTETS(1, true, PROJECT, PROJECT), VARINT(2, true, 1, 65535), VARINT(3, true, 1, INT32_MAX),
                                        FIXED(4, true), FIXED(5, true), OCTETS(6, true, HASH, HASH)};
    struct field f[6];
    struct octets body;
    if (!body_of(statement, 192, &body) || !read_canonical(body, 6, rules, f)) return false;
    copy(c->project, &f[0]);
    c->issuing_epoch = number(&f[1]);
    c->reader_number = number(&f[2]);
    c->revision = number(&f[3]);
    c->issued = number(&f[4]);
    copy(c->content_hash, &f[5]);
    return true;
}

/* Whole fingerprints, strictly ascending. */
static bool ascending(struct octets fingerprints) {
    if (fingerprints.size % HASH != 0) return false;
    for (size_t i = HASH; i < fingerprints.size; i += HASH) {
        if (memcmp(fingerprints.at + i - HASH, fingerprints.at + i, HASH) >= 0) return false;
    }
    return true;
}

bool read_list(struct octets statement, struct list *l) {
    static const struct rule rules[] = {
        OCTETS(1, true, PROJECT, PROJECT), VARINT(2, true, 1, 65535), FIXED(3, true), VARINT(4, true, 1, 65535),
        VARINT(5, true, 1, 65535),         FIXED(6, true),            FIXED(7, true), FIXED(8, true),
        OCTETS(9, false, HASH, 256 * HASH), VARINT(10, true, 1, 2),   OCTETS(11, true, 2, 262144),
        VARINT(12, false, 1, 16383)};
    struct field f[12];
    struct octets body;
    if (!body_of(statement, LIST_MOST, &body) || !read_canonical(body, 12, rules, f)) return false;
    copy(l->project, &f[0]);
    l->issuing_epoch = number(&f[1]);
    l->epoch = number(&f[2]);
    l->minimum_key_epoch = number(&f[3]);
    l->minimum_issuing_epoch = number(&f[4]);
    l->issued = number(&f[5]);
    l->expires = number(&f[6]);
    l->base = number(&f[7]);
    l->coding = (uint8_t)f[9].value;
    l->serials = f[10].octets;
    l->group = (uint16_t)f[11].value;
    return l->expires > l->issued && ascending(f[8].octets) && serials_good(l->base, l->coding, l->serials);
}
