/* What a manager signs for a reader, written here so that checks need no manager: section 11 of protocol.md, forwards. */
#ifndef LINTEL_SIGNED_H
#define LINTEL_SIGNED_H

#include "../src/config.h"

enum { ISSUED = 1000000, EXPIRES = 2000000, WRITTEN_MOST = 2048, REVOKED_ONE = 7 };

/* A configuration, in what the checks change of it. */
struct draft {
    uint32_t revision, list_epoch, list_key; /* list_key: the issuing epoch of the only key for lists */
    struct groups groups;
    uint16_t list_group; /* 0: for all */
    bool revokes;        /* REVOKED_ONE, or nothing */
};

struct written {
    uint8_t at[WRITTEN_MOST];
    size_t size;
};

static void put(struct written *w, struct octets more) {
    memcpy(w->at + w->size, more.at, more.size);
    w->size += more.size;
}

static void put_varint(struct written *w, uint64_t value) {
    for (; value > 0x7f; value >>= 7) w->at[w->size++] = (uint8_t)(value | 0x80);
    w->at[w->size++] = (uint8_t)value;
}

static void put_number(struct written *w, unsigned field, uint64_t value) {
    if (value == 0) return;
    put_varint(w, field << 3 | WIRE_VARINT);
    put_varint(w, value);
}

static void put_fixed(struct written *w, unsigned field, uint32_t value) {
    put_varint(w, field << 3 | WIRE_32);
    for (int i = 0; i < 4; i++) w->at[w->size++] = (uint8_t)(value >> 8 * i);
}

static void put_octets(struct written *w, unsigned field, struct octets value) {
    put_varint(w, field << 3 | WIRE_OCTETS);
    put_varint(w, value.size);
    put(w, value);
}

static void put_text(struct written *w, unsigned field, const char *text) { put_octets(w, field, octets(text, strlen(text))); }

static void put_written(struct written *w, unsigned field, const struct written *value) {
    put_octets(w, field, octets(value->at, value->size));
}

/* The private key of a purpose and epoch; of the root with neither. */
static const uint8_t *private_of(unsigned purpose, uint32_t epoch) {
    static uint8_t key[KEY];
    memset(key, (int)(16 * epoch + purpose + 1), KEY);
    return key;
}

static struct octets key_of(unsigned purpose, uint32_t epoch) {
    static uint8_t key[KEY];
    signing_public_of(key, private_of(purpose, epoch));
    return octets(key, KEY);
}

static void sign_written(struct written *w, struct octets label, unsigned purpose, uint32_t epoch) {
    sign(w->at + w->size, private_of(purpose, epoch), label, octets(w->at, w->size));
    w->size += SIGNATURE;
}

/* Begins a statement of the project. */
static struct written of_project(void) {
    struct written w = {.size = 0};
    uint8_t digest[HASH];
    hash(digest, 3, (struct octets[]){LABEL("project"), {(const uint8_t *)"\1", 1}, key_of(0, 0)});
    put_octets(&w, 1, octets(digest, PROJECT));
    return w;
}

static struct written root(void) {
    struct written w = {.size = 0};
    put_number(&w, 1, 1);
    put_octets(&w, 2, key_of(0, 0));
    put_fixed(&w, 3, ISSUED);
    sign_written(&w, LABEL("root"), 0, 0);
    return w;
}

static struct written issuing_key(enum purpose purpose, uint32_t epoch) {
    struct written w = of_project();
    put_number(&w, 2, purpose);
    put_number(&w, 3, epoch);
    put_octets(&w, 4, key_of(purpose, epoch));
    put_fixed(&w, 5, ISSUED);
    put_fixed(&w, 6, EXPIRES);
    sign_written(&w, LABEL("issuing-key"), 0, 0);
    return w;
}

static struct written certificate(const struct identity *reader, const struct groups *groups) {
    struct written w = of_project(), numbers = {.size = 0};
    for (int i = 0; i < groups->count; i++) put_varint(&numbers, groups->number[i]);
    put_number(&w, 2, 1);
    put_number(&w, 3, 1);
    put_octets(&w, 4, octets(reader->dh_key, KEY));
    put_octets(&w, 5, octets(reader->signing_key, KEY));
    put_written(&w, 6, &numbers);
    put_fixed(&w, 8, ISSUED);
    put_fixed(&w, 9, EXPIRES);
    sign_written(&w, LABEL("reader-certificate"), FOR_READERS, 1);
    return w;
}

static struct written list(const struct draft *d) {
    static const uint8_t none[] = {0, 0}, one[] = {7, 1, 0x80 | (REVOKED_ONE - 1)}; /* parameter, count, what the first is above 1 */
    struct written w = of_project();
    put_number(&w, 2, d->list_key);
    put_fixed(&w, 3, d->list_epoch);
    put_number(&w, 4, 1);
    put_number(&w, 5, 1);
    put_fixed(&w, 6, ISSUED);
    put_fixed(&w, 7, EXPIRES);
    put_fixed(&w, 8, 1);
    put_number(&w, 10, 1);
    put_octets(&w, 11, d->revokes ? octets(one, sizeof one) : octets(none, sizeof none));
    put_number(&w, 12, d->list_group);
    sign_written(&w, LABEL("revocation-list"), FOR_LISTS, d->list_key);
    return w;
}

static struct written content(const struct identity *reader, const struct draft *d) {
    struct written w = {.size = 0}, policy = {.size = 0}, door = {.size = 0}, part = root();
    put_written(&w, 1, &part);
    for (enum purpose purpose = FOR_READERS; purpose <= FOR_CONFIGURATIONS; purpose++) {
        part = issuing_key(purpose, purpose == FOR_LISTS ? d->list_key : 1);
        put_written(&w, 2, &part);
    }
    part = certificate(reader, &d->groups);
    put_written(&w, 3, &part);
    put_number(&w, 4, 1);
    put_octets(&w, 5, octets(private_of(0, 7), KEY));
    part = list(d);
    put_written(&w, 6, &part);
    put_text(&policy, 1, "tcp");
    for (unsigned field = 2; field <= 7; field++) put_number(&policy, field, field == 3 || field == 5 ? 0 : 1);
    put_written(&w, 8, &policy);
    put_text(&door, 1, "Door");
    put_number(&door, 6, 5);
    put_text(&door, 7, "H10301");
    put_written(&w, 9, &door);
    return w;
}

static struct written artefact(const struct identity *reader, const struct draft *d) {
    struct written w = {.size = 0}, told = of_project(), inside = content(reader, d);
    uint8_t digest[HASH];
    hash(digest, 1, (struct octets[]){{inside.at, inside.size}});
    put_number(&told, 2, 1);
    put_number(&told, 3, 1);
    put_fixed(&told, 4, d->revision);
    put_fixed(&told, 5, ISSUED);
    put_octets(&told, 6, octets(digest, HASH));
    sign_written(&told, LABEL("reader-configuration"), FOR_CONFIGURATIONS, 1);
    put_number(&w, 1, 1);
    put_written(&w, 2, &told);
    put_written(&w, 3, &inside);
    return w;
}

#endif
