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

/* The five steps of taking a list. One that is not newer is left, which is no failure. */
static bool take_list(struct site *s, struct octets octets) {
    struct reader *r = s->reader;
    struct list l;
    int slot = s->slot == 0 ? 1 : 0;
    if (config_list(going_by(s), octets, r->minimum, &l) != GOOD) return false;
    if (r->has_list ? l.epoch <= r->list.epoch : l.epoch < s->store->notes.list_epoch) return true;
    if (!store_write(s->store, SLOTS + slot, octets) || !note_list(s, &l)) return false;
    struct octets view = store_map(s->store, SLOTS + slot);
    if (!same(view, octets) || !read_list(view, &l)) return false;
    enforce(s, slot, view, &l);
    return true;
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

static void go_by(struct site *s, int which, struct octets artefact) {
    store_unmap(s->artefact);
    s->artefact = artefact;
    s->current = which;
    reader_configure(s->reader, &s->config[which]);
}

bool site_begin(struct site *s, struct store *store, struct reader *reader) {
    memset(s, 0, sizeof *s);
    *s = (struct site){.store = store, .reader = reader, .current = -1, .slot = -1};
    reader->floor = store->notes.floor;
    reader->minimum = store->notes.minimum > 0 ? store->notes.minimum : 1;
    struct octets artefact = store_map(store, ARTEFACT);
    if (artefact.size == 0 || config_take(&s->config[0], artefact, &reader->self, NULL, 1) != TAKEN) {
        store_unmap(artefact);
        return false;
    }
    go_by(s, 0, artefact);
    start_list(s);
    if (s->config[0].signed_list.size > 0) take_list(s, s->config[0].signed_list);
    return true;
}

enum taken site_take(struct site *s, struct octets artefact) {
    int next = s->current == 0 ? 1 : 0;
    struct config *c = &s->config[next];
    enum taken taken = config_take(c, artefact, &s->reader->self, going_by(s), s->reader->minimum);
    if (taken != TAKEN) return taken;
    if (!store_write(s->store, ARTEFACT, artefact)) return REFUSED_MALFORMED;
    struct octets view = store_map(s->store, ARTEFACT);
    taken = config_take(c, view, &s->reader->self, going_by(s), s->reader->minimum); /* the same again, where it will stay */
    if (taken != TAKEN) return taken;
    go_by(s, next, view);
    if (c->signed_list.size > 0) take_list(s, c->signed_list);
    return TAKEN;
}

void site_note_floor(struct site *s) {
    if (s->reader->floor >= s->store->notes.floor + 3600) store_note(s->store, noting(s));
}
