/* Who may say what: the pinned root, and the issuing keys that it stated (protocol.md 11, Verifying). */
#ifndef LINTEL_TRUST_H
#define LINTEL_TRUST_H

#include "statement.h"

enum { ISSUING_KEYS = 64 };

struct trust {
    uint8_t project[PROJECT], root_key[KEY];
    int count;
    struct issuing_key key[ISSUING_KEYS];
};

enum verdict { GOOD, MALFORMED, NOT_AUTHENTIC };

/* Pins a root by its own signature; the trust is empty then. */
enum verdict trust_pin(struct trust *t, struct octets signed_root);

/* Takes an issuing key that the root stated. */
enum verdict trust_add(struct trust *t, struct octets signed_key);

/*
 * Whether a statement is of this project and signed by the key of this purpose and epoch, which was in use when it was issued:
 * what never changes about it (steps 3 and 5, and of step 4 what does not depend on today).
 */
bool trust_signed(const struct trust *t, struct octets label, const uint8_t project[PROJECT], enum purpose purpose,
                  uint32_t epoch, uint32_t issued, struct octets statement);

/* Whether the key of this purpose and epoch counts for something issued then: the rest of step 4, to be asked at every use. */
bool trust_counts(const struct trust *t, enum purpose purpose, uint32_t epoch, uint32_t issued, uint32_t minimum, uint32_t now);

#endif
