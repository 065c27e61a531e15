#include "ephemeral.h"

enum { HOUR = 3600 * 1000 };

static void make(struct ephemeral *e, random_source source, void *context, int64_t now) {
    source(context, e->private_key, KEY);
    public_of(e->public_key, e->private_key);
    e->made = now;
}

/* Not only those that come to the top: one that waits below it is erased after its hour as well. */
static void erase_old(struct ephemerals *all, int64_t now) {
    int good = 0;
    for (int i = 0; i < all->count; i++) {
        const struct ephemeral *e = &all->kept[i];
        if (now >= e->made && now - e->made < HOUR) all->kept[good++] = *e;
    }
    wipe(&all->kept[good], sizeof *all->kept * (size_t)(all->count - good));
    all->count = good;
}

void ephemeral_take(struct ephemerals *all, struct ephemeral *e, random_source source, void *context, int64_t now) {
    erase_old(all, now);
    if (all->count == 0) {
        make(e, source, context, now);
        return;
    }
    struct ephemeral *kept = &all->kept[--all->count];
    *e = *kept;
    wipe(kept, sizeof *kept);
}

void ephemeral_keep(struct ephemerals *all, struct ephemeral *e) {
    if (all->count < EPHEMERALS) all->kept[all->count++] = *e;
    wipe(e, sizeof *e);
}

bool ephemeral_make(struct ephemerals *all, random_source source, void *context, int64_t now) {
    erase_old(all, now);
    if (all->count == EPHEMERALS) return false;
    make(&all->kept[all->count++], source, context, now);
    return true;
}
