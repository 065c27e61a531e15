/* What the files of a tap share, and nobody else. */
#ifndef LINTEL_TAP_STATES_H
#define LINTEL_TAP_STATES_H

#include "tap.h"

enum kind {
    KIND_OPENER = 1, KIND_WHO, KIND_CERTIFICATE, KIND_COLD, KIND_FAST, KIND_USE_COLD, KIND_SEND_CREDENTIAL, KIND_CREDENTIAL,
    KIND_ANSWER, KIND_REFUSED, KIND_TRAFFIC
};

/* Ends the tap and erases what it knew. */
void tap_end(struct tap *t, enum end end);

/* The same before the answer: the phone is told that it is refused, and not why. */
size_t tap_refuse(struct tap *t, enum end end, uint8_t *out);

/* kind | AEAD(key, counter, kind, text) */
size_t tap_sealed(uint8_t *out, enum kind kind, const uint8_t key[KEY], struct octets text);

/* The key of a tap under a label. */
void tap_key(const struct tap *t, struct octets label, uint8_t out[KEY]);

/* Reads trigger and assurances. */
bool tap_intent(struct tap *t, const uint8_t intent[2], struct moment now);

/* Takes what was padded to size (protocol.md 3) out of size + 1 octets. */
bool tap_unpad(struct octets padded, struct octets *content);

/* Each handles a message of its kind in a state that takes it: tap_cold.c, tap_fast.c. */
size_t tap_cold(struct tap *t, struct octets message, struct moment now, uint8_t *out);
size_t tap_credential(struct tap *t, struct octets message, struct moment now, uint8_t *out);
size_t tap_fast(struct tap *t, struct octets message, struct moment now, uint8_t *out);

/* Decides, acts and answers. ratchet: of a fast tap, NULL for a cold one. */
size_t tap_answer(struct tap *t, const struct credential *c, const struct ratchet *ratchet, struct moment now, uint8_t *out);

#endif
