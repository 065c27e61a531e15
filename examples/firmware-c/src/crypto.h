/* The primitives of suite 1 (protocol.md 2.2), over libsodium and BearSSL. Everything else of the reader is plain C11. */
#ifndef LINTEL_CRYPTO_H
#define LINTEL_CRYPTO_H

#include "octets.h"

enum { KEY = 32, HASH = 32, TAG = 16, SIGNATURE = 64 };

/* A label with the zero octet that ends it (protocol.md 2.4): a C string has it already. */
#define LABEL(name) octets("lintel/1/" name, sizeof("lintel/1/" name))

/* To be called once before anything else; false where there is no source of randomness, and then no channel may open. */
bool crypto_begin(void);

void random_octets(uint8_t *out, size_t size);

/* SHA-256 of some parts, one behind the other. */
void hash(uint8_t out[HASH], int count, const struct octets *parts);

/* HMAC-SHA256 of some parts. out may be the key. */
void hmac(uint8_t out[HASH], struct octets key, int count, const struct octets *parts);

/* HKDF's second step for up to 32 octets: the first of HMAC(prk, label | context | 01). */
void expand(uint8_t *out, size_t size, const uint8_t prk[KEY], struct octets label, struct octets context);

/* AES-256-GCM under a counter. out holds the text and a tag of 16 octets behind it. */
void seal(uint8_t *out, const uint8_t key[KEY], uint64_t counter, struct octets ad, struct octets text);

/* The reverse: sealed.size - 16 octets of text. On failure out holds zeros. out may be where sealed is. */
bool unseal(uint8_t *out, const uint8_t key[KEY], uint64_t counter, struct octets ad, struct octets sealed);

/* X25519; false if the shared secret is all zeros. */
bool agree(uint8_t out[KEY], const uint8_t private_key[KEY], const uint8_t public_key[KEY]);
void public_of(uint8_t out[KEY], const uint8_t private_key[KEY]);

/* Ed25519 over label | body. The body may be long and lie in flash: it is read once, in one pass, and never copied. */
bool verify(const uint8_t key[KEY], struct octets label, struct octets body, const uint8_t signature[SIGNATURE]);

/* Ed25519 with a private key that is the seed of 32 octets. */
void signing_public_of(uint8_t out[KEY], const uint8_t private_key[KEY]);
void sign(uint8_t out[SIGNATURE], const uint8_t private_key[KEY], struct octets label, struct octets body);

/* Comparison in a time that does not depend on the octets. */
bool equal(const uint8_t *a, const uint8_t *b, size_t size);

/* Erases in a way that compilers do not leave out. */
void wipe(void *at, size_t size);

#endif
