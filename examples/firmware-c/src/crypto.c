#include "crypto.h"

#include <bearssl/bearssl.h>
#include <sodium.h>

bool crypto_begin(void) { return sodium_init() >= 0; }

void random_octets(uint8_t *out, size_t size) { randombytes_buf(out, size); }

void hash(uint8_t out[HASH], int count, const struct octets *parts) {
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (int i = 0; i < count; i++) crypto_hash_sha256_update(&state, parts[i].at, parts[i].size);
    crypto_hash_sha256_final(&state, out);
    wipe(&state, sizeof state);
}

void hmac(uint8_t out[HASH], struct octets key, int count, const struct octets *parts) {
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, key.at, key.size);
    for (int i = 0; i < count; i++) crypto_auth_hmacsha256_update(&state, parts[i].at, parts[i].size);
    crypto_auth_hmacsha256_final(&state, out);
    wipe(&state, sizeof state);
}

void expand(uint8_t *out, size_t size, const uint8_t prk[KEY], struct octets label, struct octets context) {
    uint8_t full[HASH];
    hmac(full, octets(prk, KEY), 3, (struct octets[]){label, context, {(const uint8_t *)"\1", 1}});
    memcpy(out, full, size);
    wipe(full, sizeof full);
}

/*
 * BearSSL's bitsliced AES and its GHASH without tables or 64-bit multiplications: constant time on processors of 32 bits
 * that have no instructions for AES, as on those that do.
 */
struct gcm {
    br_aes_ct_ctr_keys keys;
    br_gcm_context context;
};

static void gcm_begin(struct gcm *g, const uint8_t key[KEY], uint64_t counter, struct octets ad) {
    uint8_t nonce[12] = {0};
    put_big32(nonce + 4, (uint32_t)(counter >> 32));
    put_big32(nonce + 8, (uint32_t)counter);
    br_aes_ct_ctr_init(&g->keys, key, KEY);
    br_gcm_init(&g->context, &g->keys.vtable, br_ghash_ctmul32);
    br_gcm_reset(&g->context, nonce, sizeof nonce);
    br_gcm_aad_inject(&g->context, ad.at, ad.size);
    br_gcm_flip(&g->context);
}

void seal(uint8_t *out, const uint8_t key[KEY], uint64_t counter, struct octets ad, struct octets text) {
    struct gcm g;
    gcm_begin(&g, key, counter, ad);
    if (text.size > 0) memmove(out, text.at, text.size);
    br_gcm_run(&g.context, 1, out, text.size);
    br_gcm_get_tag(&g.context, out + text.size);
    wipe(&g, sizeof g);
}

bool unseal(uint8_t *out, const uint8_t key[KEY], uint64_t counter, struct octets ad, struct octets sealed) {
    if (sealed.size < TAG) return false;
    struct gcm g;
    uint8_t tag[TAG];
    size_t size = sealed.size - TAG;
    memcpy(tag, sealed.at + size, TAG);
    gcm_begin(&g, key, counter, ad);
    if (size > 0) memmove(out, sealed.at, size);
    br_gcm_run(&g.context, 0, out, size);
    bool good = br_gcm_check_tag(&g.context, tag) == 1;
    if (!good) wipe(out, size);
    wipe(&g, sizeof g);
    return good;
}

bool agree(uint8_t out[KEY], const uint8_t private_key[KEY], const uint8_t public_key[KEY]) {
    return crypto_scalarmult_curve25519(out, private_key, public_key) == 0;
}

void public_of(uint8_t out[KEY], const uint8_t private_key[KEY]) { crypto_scalarmult_curve25519_base(out, private_key); }

/* Whether S is below the group's order, little-endian both. */
static bool below_order(const uint8_t s[32]) {
    static const uint8_t order[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7,
                                      0xa2, 0xde, 0xf9, 0xde, 0x14, 0,    0,    0,    0,    0,    0,
                                      0,    0,    0,    0,    0,    0,    0,    0,    0,    0x10};
    for (int i = 31; i >= 0; i--) {
        if (s[i] != order[i]) return s[i] < order[i];
    }
    return false;
}

/*
 * S B = R + k A, without the cofactor. libsodium's own verification wants label and body in one piece, which for a revocation
 * list would take a buffer of 278,528 octets. Its multiplication refuses keys that are not canonical or not of prime order.
 */
bool verify(const uint8_t key[KEY], struct octets label, struct octets body, const uint8_t signature[SIGNATURE]) {
    crypto_hash_sha512_state state;
    uint8_t digest[64], k[32], ka[32], sb[32], r[32];
    if (!below_order(signature + 32)) return false;
    crypto_hash_sha512_init(&state);
    crypto_hash_sha512_update(&state, signature, 32);
    crypto_hash_sha512_update(&state, key, KEY);
    crypto_hash_sha512_update(&state, label.at, label.size);
    crypto_hash_sha512_update(&state, body.at, body.size);
    crypto_hash_sha512_final(&state, digest);
    crypto_core_ed25519_scalar_reduce(k, digest);
    return crypto_scalarmult_ed25519_noclamp(ka, k, key) == 0
        && crypto_scalarmult_ed25519_base_noclamp(sb, signature + 32) == 0
        && crypto_core_ed25519_sub(r, sb, ka) == 0 && memcmp(r, signature, 32) == 0;
}

void signing_public_of(uint8_t out[KEY], const uint8_t private_key[KEY]) {
    uint8_t both[64];
    crypto_sign_ed25519_seed_keypair(out, both, private_key);
    wipe(both, sizeof both);
}

void sign(uint8_t out[SIGNATURE], const uint8_t private_key[KEY], struct octets label, struct octets body) {
    uint8_t both[64], public_key[KEY], text[192];
    size_t size = label.size + body.size;
    if (size > sizeof text) {  /* what a reader signs is small; a longer text is a mistake of ours */
        memset(out, 0, SIGNATURE);
        return;
    }
    memcpy(text, label.at, label.size);
    memcpy(text + label.size, body.at, body.size);
    crypto_sign_ed25519_seed_keypair(public_key, both, private_key);
    crypto_sign_ed25519_detached(out, NULL, text, size, both);
    wipe(both, sizeof both);
}

bool equal(const uint8_t *a, const uint8_t *b, size_t size) { return sodium_memcmp(a, b, size) == 0; }

void wipe(void *at, size_t size) { sodium_memzero(at, size); }
