/* The fast message (protocol.md 5.3): nothing changes before its AEAD has opened. */
#include "tap_states.h"

enum { SEALED_AT = 1 + HINT, FAST = SEALED_AT + 2 + TAG };

static size_t miss(struct tap *t, uint8_t *out) {
    t->takes_fast = false;
    out[0] = KIND_USE_COLD;
    return 1;
}

static bool too_old(const struct reader *r, const struct ratchet *ratchet, struct moment now) {
    int64_t age = now.millis - ratchet->made;
    return age < 0 || age >= (int64_t)r->config->policy.cold_after_seconds * 1000;
}

/* The tap secret of a ratchet's step, an attempt, and the whole of this opener under its transport (5.1). */
static void derive(struct tap *t, const struct hit *hit) {
    uint8_t context[1 + HASH];
    struct octets name = transport_name(t->claim.transport);
    context[0] = hit->attempt;
    hash(context + 1, 4, (struct octets[]){LABEL("tap"), name, {(const uint8_t *)"", 1}, {t->opener, OPENER}});
    expand(t->keys.secret, KEY, hit->step->secret, LABEL("fast"), octets(context, sizeof context));
}

size_t tap_fast(struct tap *t, struct octets message, struct moment now, uint8_t *out) {
    struct reader *r = t->reader;
    struct hit hit;
    uint8_t key[KEY], intent[2];
    if (message.size != FAST) return tap_refuse(t, ENDED_MALFORMED, out);
    if (!ratchet_find(&r->ratchets, message.at + 1, &hit) || too_old(r, hit.ratchet, now)) return miss(t, out);
    derive(t, &hit);
    tap_key(t, LABEL("tap"), key);
    bool good = unseal(intent, key, 0, octets(message.at, SEALED_AT), octets(message.at + SEALED_AT, FAST - SEALED_AT));
    wipe(key, sizeof key);
    if (!good) return miss(t, out);
    bool known = tap_intent(t, intent, now);
    wipe(intent, sizeof intent);
    if (!known) return tap_refuse(t, ENDED_MALFORMED, out);
    ratchet_accept(&r->ratchets, &hit);
    struct credential c = hit.ratchet->credential; /* a copy: the answer may drop the entry */
    size_t size = tap_answer(t, &c, hit.ratchet, now, out);
    wipe(&c, sizeof c);
    return size;
}
