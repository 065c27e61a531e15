#include "policy.h"

/* Whether the clock shows the time: it is there, and not further behind the floor than the site says that it ever is. */
static bool knows_time(const struct reader *r, uint32_t clock) {
    const struct policy *p = &r->config->policy;
    return p->has_clock && clock > 0 && (clock >= r->floor || r->floor - clock <= p->lag_seconds);
}

static enum reason by_list(const struct reader *r, const struct credential *c, uint32_t now) {
    if (!r->has_list || now >= (uint64_t)r->list.expires + r->config->policy.stale_seconds) return LIST_STALE;
    if (r->config->key_epoch < r->list.minimum_key_epoch) return EPOCH_TOO_OLD;
    if (c->issuing_epoch < r->list.minimum_issuing_epoch) return EPOCH_TOO_OLD;
    return serials_revoke(&r->index, c->serial) ? REVOKED : GRANTED;
}

static enum reason by_credential(const struct reader *r, const struct credential *c, uint32_t now) {
    const struct certificate *door = &r->config->certificate;
    if (now < c->valid_from) return NOT_YET_VALID;
    if (c->valid_until != 0 && now >= c->valid_until) return EXPIRED;
    if (now >= c->lease_end) return LEASE_ENDED;
    if (!share_group(&c->groups, &door->groups)) return WRONG_GROUP;
    return c->technology != door->technology ? WRONG_TECHNOLOGY : GRANTED;
}

static enum reason by_claim(const struct reader *r, const struct credential *c, const struct claim *claim) {
    const struct policy *p = &r->config->policy;
    bool wants_person = p->person_verified || (c->flags & WANTS_PERSON_VERIFIED);
    bool wants_gesture = c->flags & WANTS_GESTURE;
    if (wants_person && !(claim->assurances & 1)) return PERSON_NOT_VERIFIED;
    if (!(p->triggers >> (claim->trigger - 1) & 1)) return TRIGGER_NOT_ALLOWED;
    if (claim->trigger == AUTOMATIC && wants_gesture) return TRIGGER_NOT_ALLOWED;
    if (!(p->transports >> claim->transport & 1)) return TRANSPORT_NOT_ALLOWED;
    if (claim->answer_millis < 0 || claim->answer_millis > p->answer_millis) return TOO_SLOW;
    return r->owner.site_rule != NULL && !r->owner.site_rule(r->owner.context, c, claim) ? SITE_RULE : GRANTED;
}

enum reason decide(const struct reader *r, const struct credential *c, const struct claim *claim, uint32_t clock) {
    bool known = knows_time(r, clock);
    uint32_t now = known && clock > r->floor ? clock : r->floor;
    if (!trust_counts(&r->config->trust, FOR_CREDENTIALS, c->issuing_epoch, c->issued, r->minimum, now)) return EPOCH_TOO_OLD;
    if (!known && !r->config->policy.allow_without_clock) return NO_CLOCK;
    enum reason reason = by_list(r, c, now);
    if (reason == GRANTED) reason = by_credential(r, c, now);
    return reason == GRANTED ? by_claim(r, c, claim) : reason;
}

bool ends_ratchet(enum reason reason) {
    return reason == EXPIRED || reason == LEASE_ENDED || reason == REVOKED || reason == EPOCH_TOO_OLD;
}

const char *reason_name(enum reason reason) {
    static const char *const names[] = {
        "granted",      "not-yet-valid",       "expired",             "lease-ended", "revoked",
        "wrong-group",  "wrong-technology",    "person-not-verified", "trigger-not-allowed", "too-slow",
        "transport-not-allowed", "epoch-too-old", "list-stale",       "site-rule",   "no-clock"};
    return names[reason];
}
