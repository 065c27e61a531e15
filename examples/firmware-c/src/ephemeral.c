#include "ephemeral.h"

enum { HOUR = 3600 * 1000 };

static void make(struct ephemeral *e, random_source source, void *context, int64_t now) {
    source(context, e->private_key, KEY);
    public_of(e->public_key, e->private_key);
    e->made = now;
}

void ephemeral_take(struct ephemerals *all, struct ephemeral *e, random_source source, void *context, int64_t now) {
    while (all->count > 0) {
        struct ephemeral *kept = &all->kept[--all->count];
        *e = *kept;
        wipe(kept, sizeof *kept);
        if (now >= e->made && now - e->made < HOUR) return;
    }
    make(e, source, context, now);
}

void ephemeral_keep(struct ephemerals *all, struct ephemeral *e) {
    if (all->count < EPHEMERALS) all->kept[all->count++] = *e;
    wipe(e, sizeof *e);
}

bool ephemeral_make(struct ephemerals *all, random_source source, void *context, int64_t now) {
    if (all->count == EPHEMERALS) return false;
    make(&all->kept[all->count++], source, context, now);
    return true;
}
