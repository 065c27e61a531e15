/* What the keys of a project say and sign (protocol.md 11): octets to structures. The views show the octets that were read. */
#ifndef LINTEL_STATEMENT_H
#define LINTEL_STATEMENT_H

#include "crypto.h"
#include "wire.h"

enum { PROJECT = 8, GROUPS = 8, CREDENTIAL_MOST = 160, CERTIFICATE_MOST = 192, LIST_MOST = 278528 };

enum purpose { FOR_CREDENTIALS = 1, FOR_READERS, FOR_LISTS, FOR_CONFIGURATIONS };

struct groups {
    uint8_t count;
    uint16_t number[GROUPS];
};

struct root {
    const uint8_t *key;
};

struct issuing_key {
    uint8_t project[PROJECT], key[KEY];
    enum purpose purpose;
    uint32_t epoch, issued, expires;
};

struct certificate {
    uint8_t project[PROJECT], dh_key[KEY], signing_key[KEY];
    uint32_t issuing_epoch, reader_number, issued, expires;
    struct groups groups;
    uint8_t technology;
};

enum { WANTS_PERSON_VERIFIED = 1, WANTS_GESTURE = 2 };

struct credential {
    uint8_t project[PROJECT], holder_key[KEY];
    uint64_t access_number;
    uint32_t issuing_epoch, serial, issued, valid_from, valid_until, lease_end; /* valid_until 0: no end */
    struct groups groups;
    uint8_t technology, flags;
};

struct configuration {
    uint8_t project[PROJECT], content_hash[HASH];
    uint32_t issuing_epoch, reader_number, revision, issued;
};

struct list {
    uint8_t project[PROJECT];
    uint32_t issuing_epoch, epoch, minimum_key_epoch, minimum_issuing_epoch, issued, expires, base;
    uint8_t coding;
    uint16_t group; /* 0: for all */
    struct octets serials;
};

/* Each checks the size, the body's canonical form and every bound. Signatures are trust.h's. */
bool read_root(struct octets signed_root, struct root *r);
bool read_issuing_key(struct octets signed_key, struct issuing_key *k);
bool read_certificate(struct octets signed_certificate, struct certificate *c);
bool read_credential(struct octets signed_credential, struct credential *c);
bool read_configuration(struct octets signed_configuration, struct configuration *c);
bool read_list(struct octets signed_list, struct list *l); /* the serials, too, in one pass */

bool share_group(const struct groups *a, const struct groups *b);

#endif
