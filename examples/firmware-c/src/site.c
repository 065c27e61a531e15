#include "site.h"

static const struct config *going_by(const struct site *s) { return s->current < 0 ? NULL : &s->config[s->current]; }

static struct notes noting(const struct site *s) {
    struct notes n = s->store->notes;
    n.floor = s->reader->floor > n.floor ? s->reader->floor : n.floor;
    return n;
}

static bool note_list(struct site *s, const struct list *l) {
    struct notes n = noting(s);
    if (l->epoch > n.list_epoch) n.list_epoch = l->epoch;
    if (l->minimum_issuing_epoch > n.minimum) n.minimum = l->minimum_issuing_epoch;
    if (l->issued > n.floor) n.floor = l->issued;
    return store_note(s->store, n);
}

/* Puts the list of a slot into force; its view stays mapped. */
static void enforce(struct site *s, int slot, struct octets view, const struct list *l) {
    store_unmap(s->list);
    s->slot = slot;
    s->list = view;
    reader_enforce(s->reader, l);
}

/* The five steps of taking a list. One that does not verify or is not newer is left; false where it could not be kept. */
static bool take_list(struct site *s, struct octets octets) {
    struct reader *r = s->reader;
    struct list l;
    int slot = s->slot == 0 ? 1 : 0;
    if (config_list(going_by(s), octets, r->minimum, &l) != GOOD) return true;
    if (r->has_list ? l.epoch <= r->list.epoch : l.epoch < s->store->notes.list_epoch) return true;
    if (!store_write(s->store, SLOTS + slot, octets) || !note_list(s, &l)) return false;
    struct octets view = store_map(s->store, SLOTS + slot);
    if (!same(view, octets) || !read_list(view, &l)) {
        store_unmap(view);
        return false;
    }
    enforce(s, slot, view, &l);
    return true;
}

static enum taken take_list_inside(struct site *s, enum taken taken) {
    struct octets list = going_by(s)->signed_list;
    return list.size == 0 || take_list(s, list) ? taken : LIST_NOT_STORED;
}

/* Of the two slots the good list of the higher epoch, unless a newer one was ever in force. */
static void start_list(struct site *s) {
    struct octets best = {NULL, 0};
    struct list l, chosen = {0};
    int slot = -1;
    for (int i = 0; i < 2; i++) {
        struct octets view = store_map(s->store, SLOTS + i);
        bool good = view.size > 0 && config_list(going_by(s), view, 1, &l) == GOOD && l.epoch > chosen.epoch;
        store_unmap(good ? best : view);
        if (!good) continue;
        best = view;
        chosen = l;
        slot = i;
    }
    if (slot < 0) return;
    if (chosen.epoch < s->store->notes.list_epoch || (chosen.epoch > s->store->notes.list_epoch && !note_list(s, &chosen))) {
        store_unmap(best);
        return;
    }
    enforce(s, slot, best, &chosen);
}

/* Ends the list in force where it is for other groups than the configuration's, or of a key that the configuration lacks. */
static void keep_list_of(struct site *s, const struct config *c) {
    struct list l;
    if (!s->reader->has_list || config_list(c, s->list, 1, &l) == GOOD) return;
    reader_release(s->reader);
    store_unmap(s->list);
    s->list = octets(NULL, 0);
    s->slot = -1;
}

static void go_by(struct site *s, int which, struct octets artefact) {
    store_unmap(s->artefact);
    s->artefact = artefact;
    s->current = which;
    keep_list_of(s, &s->config[which]);
    reader_configure(s->reader, &s->config[which]);
}

enum taken site_begin(struct site *s, struct store *store, struct reader *reader) {
    memset(s, 0, sizeof *s);
    *s = (struct site){.store = store, .reader = reader, .current = -1, .slot = -1};
    reader->floor = store->notes.floor;
    reader->minimum = store->notes.minimum > 0 ? store->notes.minimum : 1;
    struct octets artefact = store_map(store, ARTEFACT);
    enum taken taken = config_take(&s->config[0], artefact, &reader->self, NULL, 1);
    if (taken != TAKEN) {
        store_unmap(artefact);
        return taken;
    }
    go_by(s, 0, artefact);
    start_list(s);
    return take_list_inside(s, taken);
}

enum taken site_take(struct site *s, struct octets artefact) {
    int next = s->current == 0 ? 1 : 0;
    struct config *c = &s->config[next];
    enum taken taken = config_take(c, artefact, &s->reader->self, going_by(s), s->reader->minimum);
    if (taken == TAKEN_AGAIN) return take_list_inside(s, taken); /* it may have had no room */
    if (taken != TAKEN) return taken;
    if (!store_write(s->store, ARTEFACT, artefact)) return NOT_STORED;
    struct octets view = store_map(s->store, ARTEFACT);
    taken = config_take(c, view, &s->reader->self, going_by(s), s->reader->minimum); /* the same again, where it will stay */
    if (taken != TAKEN) {
        store_unmap(view);
        return NOT_STORED;
    }
    go_by(s, next, view);
    return take_list_inside(s, taken);
}

void site_note_floor(struct site *s) {
    if (s->reader->floor >= s->store->notes.floor + 3600) store_note(s->store, noting(s));
}
