/* The cold message, and the credential behind it (protocol.md 4.3 to 4.5). */
#include "tap_states.h"

enum { GATE = 8, E_AT = 1 + GATE, S_AT = E_AT + KEY, PAYLOAD_AT = S_AT + KEY + TAG, SHORT = 23, LONG = 164 };

static bool gate_fits(const struct tap *t, struct octets message) {
    uint8_t gate[HASH];
    hmac(gate, octets(t->keys.gate, KEY), 2, (struct octets[]){{t->opener, OPENER}, {message.at + E_AT, KEY}});
    return equal(gate, message.at + 1, GATE);
}

/* Three agreements, in constant order; payload.size octets come out. */
static bool handshake(struct tap *t, struct octets message, uint8_t *payload) {
    struct noise *n = &t->keys.noise;
    const uint8_t *e = message.at + E_AT;
    uint8_t dh[KEY];
    struct octets shared = octets(dh, KEY);
    mix_hash(n, octets(e, KEY));
    mix_key(n, octets(e, KEY));
    bool good = agree(dh, t->ephemeral.private_key, e);
    if (good) mix_key(n, shared);
    good = good && agree(dh, t->reader->dh_private, e);
    if (good) mix_key(n, shared);
    good = good && noise_open(n, t->keys.holder, octets(message.at + S_AT, KEY + TAG));
    good = good && agree(dh, t->ephemeral.private_key, t->keys.holder);
    if (good) mix_key(n, shared);
    good = good && noise_open(n, payload, octets(message.at + PAYLOAD_AT, message.size - PAYLOAD_AT));
    wipe(dh, sizeof dh);
    wipe(&t->ephemeral, sizeof t->ephemeral);
    return good;
}

/*
 * Reads, verifies and keeps a credential whose holder this phone is. One of the configuration's directory is verified as of its
 * issue, however the phone named it; whether the issuing epoch still counts is the policy's to say, so that the person is told.
 */
static bool admit(struct tap *t, struct octets signed_credential, uint32_t now, struct credential *c) {
    struct reader *r = t->reader;
    struct octets held;
    uint8_t fingerprint[HASH];
    if (!read_credential(signed_credential, c) || memcmp(c->holder_key, t->keys.holder, KEY) != 0) return false;
    hash(fingerprint, 1, &signed_credential);
    if (directory_cached(&r->directory, fingerprint) != NULL) return true;
    bool given = directory_given(&r->directory, r->config, fingerprint, &held) && same(held, signed_credential);
    if (!trust_counts(&r->config->trust, FOR_CREDENTIALS, c->issuing_epoch, c->issued, 1, given ? c->issued : now)) return false;
    if (!trust_signed(&r->config->trust, LABEL("credential"), c->project, FOR_CREDENTIALS, c->issuing_epoch, c->issued,
                      signed_credential)) {
        return false;
    }
    directory_put(&r->directory, fingerprint, c);
    reader_saw(r, c->issuing_epoch, c->issued);
    return true;
}

static size_t admitted(struct tap *t, struct octets signed_credential, struct moment now, uint8_t *out) {
    struct credential c;
    uint32_t time = now.clock > 0 ? now.clock : t->reader->floor;
    bool good = admit(t, signed_credential, time, &c);
    if (good) budget_give_back(&t->reader->budget);
    size_t size = good ? tap_answer(t, &c, NULL, now, out) : tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    wipe(&c, sizeof c);
    return size;
}

static size_t ask(struct tap *t, uint8_t *out) {
    uint8_t key[KEY];
    tap_key(t, LABEL("to-phone"), key);
    size_t size = tap_sealed(out, KIND_SEND_CREDENTIAL, key, octets(NULL, 0));
    wipe(key, sizeof key);
    t->state = AWAITING_CREDENTIAL;
    return size;
}

static size_t referred(struct tap *t, struct moment now, uint8_t *out) {
    struct reader *r = t->reader;
    struct octets given;
    const struct credential *cached = directory_cached(&r->directory, t->keys.reference);
    if (cached == NULL) {
        return directory_given(&r->directory, r->config, t->keys.reference, &given) ? admitted(t, given, now, out) : ask(t, out);
    }
    if (memcmp(cached->holder_key, t->keys.holder, KEY) != 0) return tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    budget_give_back(&r->budget);
    return tap_answer(t, cached, NULL, now, out);
}

/* Goes by what the handshake has opened: kind, intent, and a credential or a reference to one. */
static size_t opened(struct tap *t, const uint8_t *payload, bool whole, struct moment now, uint8_t *out) {
    struct octets content;
    if (payload[0] != (whole ? 2 : 1) || !tap_intent(t, payload + 1, now)) return tap_refuse(t, ENDED_MALFORMED, out);
    if (whole && !tap_unpad(octets(payload + 3, LONG - 3), &content)) return tap_refuse(t, ENDED_MALFORMED, out);
    expand(t->keys.secret, KEY, t->keys.noise.ck, LABEL("cold"), octets(t->keys.noise.h, HASH));
    wipe(&t->keys.noise, sizeof t->keys.noise);
    if (whole) return admitted(t, content, now, out);
    memcpy(t->keys.reference, payload + 3, REFERENCE);
    return referred(t, now, out);
}

size_t tap_cold(struct tap *t, struct octets message, struct moment now, uint8_t *out) {
    uint8_t payload[LONG];
    if (message.size != PAYLOAD_AT + SHORT + TAG && message.size != PAYLOAD_AT + LONG + TAG) {
        return tap_refuse(t, ENDED_MALFORMED, out);
    }
    if (!gate_fits(t, message)) return tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    if (!budget_take(&t->reader->budget, now.millis)) return tap_refuse(t, RATE_LIMITED, out);
    t->has_ephemeral = false; /* from here on it is used, and erased with the tap */
    bool good = handshake(t, message, payload), whole = message.size == PAYLOAD_AT + LONG + TAG;
    size_t size = good ? opened(t, payload, whole, now, out) : tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    wipe(payload, sizeof payload);
    return size;
}

/* Goes by what the phone sent when it was asked for the credential behind a reference. */
static size_t sent(struct tap *t, struct octets padded, struct moment now, uint8_t *out) {
    uint8_t fingerprint[HASH];
    struct octets content;
    if (!tap_unpad(padded, &content)) return tap_refuse(t, ENDED_MALFORMED, out);
    hash(fingerprint, 1, &content);
    if (memcmp(fingerprint, t->keys.reference, REFERENCE) != 0) return tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    return admitted(t, content, now, out);
}

size_t tap_credential(struct tap *t, struct octets message, struct moment now, uint8_t *out) {
    uint8_t key[KEY], padded[1 + CREDENTIAL_MOST];
    if (message.size != 1 + sizeof padded + TAG) return tap_refuse(t, ENDED_MALFORMED, out);
    tap_key(t, LABEL("to-reader"), key);
    bool good = unseal(padded, key, t->received++, octets(message.at, 1), octets(message.at + 1, message.size - 1));
    wipe(key, sizeof key);
    size_t size = good ? sent(t, octets(padded, sizeof padded), now, out) : tap_refuse(t, ENDED_NOT_AUTHENTIC, out);
    wipe(padded, sizeof padded);
    return size;
}
