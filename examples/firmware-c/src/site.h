/* How a reader takes what its site tells it: configurations, and the lists inside them (protocol.md 11, revocation.md 5). */
#ifndef LINTEL_SITE_H
#define LINTEL_SITE_H

#include "reader.h"
#include "store.h"

struct site {
    struct store *store;
    struct reader *reader;
    struct config config[2]; /* the one that the reader goes by, and room for the next */
    struct octets artefact, list;
    int current, slot; /* current: -1 before the first artefact; slot: of the list in force, -1 for none */
};

/* Starts from what is kept. Neither TAKEN nor LIST_NOT_STORED: there is no configuration yet, or none that is good. */
enum taken site_begin(struct site *s, struct store *store, struct reader *reader);

/*
 * Takes a newer configuration, durably, and goes by it at once; then the list inside, also of the one that it has. Not to be called
 * while a tap waits for its answer. After NOT_STORED and LIST_NOT_STORED the same may be taken again.
 */
enum taken site_take(struct site *s, struct octets artefact);

/* Notes how far the floor of the clock has risen, once an hour is worth it; to be called outside of taps. */
void site_note_floor(struct site *s);

#endif
