#include "ratchet.h"

static void fill(struct step *s, const uint8_t secret[KEY]) {
    memcpy(s->secret, secret, KEY);
    s->floor = 0;
    for (uint8_t a = 0; a < ATTEMPTS; a++) expand(s->hint[a], HINT, s->secret, LABEL("hint"), octets(&a, 1));
}

void ratchet_begin(struct ratchets *all, int room) {
    wipe(all, sizeof *all);
    all->room = room < RATCHETS ? room : RATCHETS;
}

static struct ratchet *of(struct ratchets *all, uint32_t serial) {
    for (int i = 0; i < all->room; i++) {
        if (all->entry[i].used && all->entry[i].credential.serial == serial) return &all->entry[i];
    }
    return NULL;
}

void ratchet_put(struct ratchets *all, const struct credential *c, const uint8_t secret[KEY], int64_t now) {
    struct ratchet *r = of(all, c->serial);
    for (int i = 0; r == NULL && i < all->room; i++) {
        if (!all->entry[i].used) r = &all->entry[i];
    }
    if (r == NULL) {
        r = &all->entry[0];
        for (int i = 1; i < all->room; i++) {
            if (all->entry[i].touched < r->touched) r = &all->entry[i];
        }
    }
    wipe(r, sizeof *r);
    *r = (struct ratchet){.used = true, .credential = *c, .made = now, .touched = ++all->clock};
    fill(&r->current, secret);
}

static bool in_step(struct step *s, const uint8_t hint[HINT], uint8_t *attempt) {
    for (uint8_t a = s->floor; a < ATTEMPTS; a++) {
        if (memcmp(s->hint[a], hint, HINT) == 0) {
            *attempt = a;
            return true;
        }
    }
    return false;
}

bool ratchet_find(struct ratchets *all, const uint8_t hint[HINT], struct hit *hit) {
    for (int i = 0; i < all->room; i++) {
        struct ratchet *r = hit->ratchet = &all->entry[i];
        if (!r->used) continue;
        hit->step = &r->current;
        if (in_step(hit->step, hint, &hit->attempt)) return true;
        hit->step = &r->last;
        if (r->has_last && in_step(hit->step, hint, &hit->attempt)) return true;
    }
    return false;
}

void ratchet_accept(struct ratchets *all, const struct hit *hit) {
    struct ratchet *r = hit->ratchet;
    hit->step->floor = hit->attempt + 1;
    r->uses++;
    r->touched = ++all->clock;
    if (hit->step != &r->current) return;
    uint8_t next[KEY];
    r->last = r->current;
    r->has_last = true;
    expand(next, KEY, r->last.secret, LABEL("step"), octets(NULL, 0));
    fill(&r->current, next);
    wipe(next, sizeof next);
}

void ratchet_drop(struct ratchets *all, uint32_t serial) {
    struct ratchet *r = of(all, serial);
    if (r != NULL) wipe(r, sizeof *r);
}
