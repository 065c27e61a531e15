#include "policy.h"
#include "tap_states.h"

enum { OPENER_MILLIS = 5000, SESSION_MILLIS = 30000, SESSION_MESSAGES = 4096, PROLOGUE_MOST = 64 };

void tap_end(struct tap *t, enum end end) {
    if (t->has_ephemeral) ephemeral_keep(&t->reader->ephemerals, &t->ephemeral);
    t->has_ephemeral = false;
    t->state = ENDED;
    t->end = end;
    wipe(&t->ephemeral, sizeof t->ephemeral);
    wipe(&t->keys, sizeof t->keys);
}

size_t tap_refuse(struct tap *t, enum end end, uint8_t *out) {
    tap_end(t, end);
    out[0] = KIND_REFUSED;
    return 1;
}

size_t tap_sealed(uint8_t *out, enum kind kind, const uint8_t key[KEY], struct octets text) {
    out[0] = (uint8_t)kind;
    seal(out + 1, key, 0, octets(out, 1), text);
    return 1 + text.size + TAG;
}

void tap_key(const struct tap *t, struct octets label, uint8_t out[KEY]) {
    expand(out, KEY, t->keys.secret, label, octets(NULL, 0));
}

bool tap_intent(struct tap *t, const uint8_t intent[2], struct moment now) {
    t->claim.trigger = intent[0];
    t->claim.assurances = intent[1];
    t->claim.answer_millis = now.millis - t->opened;
    return intent[0] >= FROM_LIST && intent[0] <= AUTOMATIC && intent[1] <= 3;
}

bool tap_unpad(struct octets padded, struct octets *content) {
    size_t size = padded.at[0];
    if (size == 0 || size > padded.size - 1) return false;
    for (size_t i = 1 + size; i < padded.size; i++) {
        if (padded.at[i] != 0) return false;
    }
    *content = octets(padded.at + 1, size);
    return true;
}

/* Header, keys of this opener, and the handshake up to the sealed payload (4.1, 4.2). */
size_t tap_open(struct tap *t, struct reader *r, enum transport over, struct moment now, uint8_t out[SENT_MOST]) {
    uint8_t prologue[PROLOGUE_MOST], prk[KEY], psk[KEY], digest[HASH], payload[9];
    struct octets name = transport_name(over), tap = LABEL("tap");
    memset(t, 0, sizeof *t);
    *t = (struct tap){.reader = r, .takes_who = true, .takes_fast = true, .has_ephemeral = true, .opened = now.millis};
    t->claim.transport = over;
    ephemeral_take(&r->ephemerals, &t->ephemeral, r->owner.random, r->owner.context, now.millis);

    uint8_t *header = t->opener;
    header[0] = KIND_OPENER;
    header[1] = header[2] = 1; /* version and suite */
    put_big16(header + 3, r->config->key_epoch);
    memcpy(header + 5, r->config->trust.project, 4);
    hash(digest, 1, (struct octets[]){{r->self.dh_key, KEY}});
    memcpy(header + 9, digest, 4);
    r->owner.random(r->owner.context, header + 13, 16);
    memcpy(header + HEADER, t->ephemeral.public_key, KEY);

    memcpy(prologue, tap.at, tap.size);
    memcpy(prologue + tap.size, name.at, name.size);
    prologue[tap.size + name.size] = 0;
    memcpy(prologue + tap.size + name.size + 1, header, HEADER);

    hmac(prk, octets(header + 13, 16), 1, (struct octets[]){{r->config->project_key, KEY}});
    expand(psk, KEY, prk, LABEL("psk"), octets(NULL, 0));
    expand(t->keys.gate, KEY, prk, LABEL("gate"), octets(NULL, 0));
    expand(t->keys.certificate, KEY, prk, LABEL("certificate"), octets(NULL, 0));

    struct noise *n = &t->keys.noise;
    struct octets e = octets(t->ephemeral.public_key, KEY);
    noise_begin(n, "Noise_KXpsk0_25519_AESGCM_SHA256");
    mix_hash(n, octets(prologue, tap.size + name.size + 1 + HEADER));
    mix_hash(n, octets(r->self.dh_key, KEY));
    mix_key_and_hash(n, octets(psk, KEY));
    mix_hash(n, e);
    mix_key(n, e);
    memcpy(payload, r->state_epoch, 4);
    payload[4] = r->config->directory > 0; /* bit 1, a newer list from a courier, is never wanted here */
    put_big32(payload + 5, r->has_list ? r->list.epoch : 0);
    noise_seal(n, t->opener + HEADER + KEY, octets(payload, sizeof payload));
    wipe(prk, sizeof prk);
    wipe(psk, sizeof psk);
    memcpy(out, t->opener, OPENER);
    return OPENER;
}

static size_t certificate(struct tap *t, struct octets message, uint8_t *out) {
    uint8_t padded[1 + CERTIFICATE_MOST] = {0};
    struct octets own = t->reader->config->signed_certificate;
    if (!t->takes_who) return tap_refuse(t, UNEXPECTED, out);
    if (message.size != 1) return tap_refuse(t, ENDED_MALFORMED, out);
    t->takes_who = false;
    padded[0] = (uint8_t)own.size;
    memcpy(padded + 1, own.at, own.size);
    return tap_sealed(out, KIND_CERTIFICATE, t->keys.certificate, octets(padded, sizeof padded));
}

size_t tap_answer(struct tap *t, const struct credential *c, const struct ratchet *ratchet, struct moment now, uint8_t *out) {
    struct reader *r = t->reader;
    uint8_t key[KEY], content[4] = {0};
    enum reason reason = decide(r, c, &t->claim, now.clock);
    bool fast = ratchet != NULL, granted = reason == GRANTED;
    bool ends = fast ? ratchet->uses >= r->config->policy.cold_after_uses || ends_ratchet(reason) : !granted;
    const struct decision decision = {reason, fast, c, &t->claim};
    if (ends) ratchet_drop(&r->ratchets, c->serial);
    if (!r->owner.door(r->owner.context, &decision)) {
        tap_end(t, DOOR_FAILED); /* in silence: nobody knows what the door did */
        return 0;
    }
    if (!fast && granted) {
        tap_key(t, LABEL("resumption"), key);
        ratchet_put(&r->ratchets, c, key, now.millis);
    }
    content[0] = granted ? 1 : 2;
    content[1] = (uint8_t)reason;
    content[2] = ends;
    tap_key(t, LABEL("answer"), key);
    size_t size = tap_sealed(out, KIND_ANSWER, key, octets(content, sizeof content));
    wipe(key, sizeof key);
    tap_key(t, LABEL("to-reader"), t->keys.to_reader);
    wipe(t->keys.secret, KEY);
    wipe(&t->keys.noise, sizeof t->keys.noise);
    if (t->has_ephemeral) ephemeral_keep(&r->ephemerals, &t->ephemeral);
    t->has_ephemeral = false;
    t->state = ESTABLISHED;
    t->answered = now.millis;
    return size;
}

/* Behind the answer: this reader sends nothing, takes no couriers, and closes in silence (5.4). */
static void traffic(struct tap *t, struct octets message) {
    uint8_t content[1 + 255];
    size_t size = message.size - 1 - TAG;
    if (message.at[0] != KIND_TRAFFIC) {
        tap_end(t, UNEXPECTED);
    } else if (message.size < 18 || message.size > 273) {
        tap_end(t, ENDED_MALFORMED);
    } else if (!unseal(content, t->keys.to_reader, t->received, octets(message.at, 1), octets(message.at + 1, message.size - 1))) {
        tap_end(t, ENDED_NOT_AUTHENTIC);
    } else if (content[0] < 16) {
        tap_end(t, content[0] == 0 && size == 1 ? IN_ORDER : ENDED_MALFORMED);
    } else if (++t->received == SESSION_MESSAGES) {
        tap_end(t, IN_ORDER);
    }
    wipe(content, sizeof content);
}

static size_t awaiting_phone(struct tap *t, struct octets message, struct moment now, uint8_t *out) {
    switch (message.at[0]) {
    case KIND_WHO: return certificate(t, message, out);
    case KIND_FAST: return t->takes_fast ? tap_fast(t, message, now, out) : tap_refuse(t, UNEXPECTED, out);
    case KIND_COLD: return tap_cold(t, message, now, out);
    default: return tap_refuse(t, UNEXPECTED, out);
    }
}

size_t tap_receive(struct tap *t, struct octets message, struct moment now, uint8_t out[SENT_MOST]) {
    tap_tick(t, now);
    if (t->state == ENDED) return 0;
    if (message.size == 0 || message.size > MESSAGE_MOST || message.at[0] < KIND_OPENER || message.at[0] > KIND_TRAFFIC) {
        if (t->state != ESTABLISHED) return tap_refuse(t, ENDED_MALFORMED, out);
        tap_end(t, ENDED_MALFORMED);
        return 0;
    }
    if (t->state == AWAITING_PHONE) return awaiting_phone(t, message, now, out);
    if (t->state == AWAITING_CREDENTIAL) {
        return message.at[0] == KIND_CREDENTIAL ? tap_credential(t, message, now, out) : tap_refuse(t, UNEXPECTED, out);
    }
    traffic(t, message);
    return 0;
}

int64_t tap_deadline(const struct tap *t) {
    return t->state == ESTABLISHED ? t->answered + SESSION_MILLIS : t->opened + OPENER_MILLIS;
}

void tap_tick(struct tap *t, struct moment now) {
    int64_t began = t->state == ESTABLISHED ? t->answered : t->opened;
    if (t->state == ENDED || (now.millis >= began && now.millis < tap_deadline(t))) return;
    tap_end(t, t->state == ESTABLISHED ? IN_ORDER : TIMED_OUT);
}

void tap_closed(struct tap *t) {
    if (t->state != ENDED) tap_end(t, t->state == ESTABLISHED ? IN_ORDER : DISCONNECTED);
}
