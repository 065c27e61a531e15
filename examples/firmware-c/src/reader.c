#include "reader.h"

void reader_begin(struct reader *r, int64_t now) {
    r->owner.random(r->owner.context, r->state_epoch, sizeof r->state_epoch);
    wipe(&r->ephemerals, sizeof r->ephemerals);
    budget_begin(&r->budget, BUDGET_TOKENS, now);
    ratchet_begin(&r->ratchets, RATCHETS);
    directory_begin(&r->directory);
    if (r->minimum == 0) r->minimum = 1;
}

void reader_configure(struct reader *r, const struct config *c) {
    r->config = c;
    directory_index(&r->directory, c);
}

void reader_enforce(struct reader *r, const struct list *l) {
    r->list = *l;
    r->has_list = true;
    serials_index(&r->index, l->base, l->coding, l->serials);
    if (l->minimum_issuing_epoch > r->minimum) r->minimum = l->minimum_issuing_epoch;
    if (l->issued > r->floor) r->floor = l->issued;
}

void reader_release(struct reader *r) {
    memset(&r->list, 0, sizeof r->list);
    r->has_list = false;
}

void reader_saw(struct reader *r, uint32_t issuing_epoch, uint32_t issued) {
    if (issuing_epoch >= r->minimum && issued > r->floor) r->floor = issued;
}
