/*
 * What is durable (protocol.md 9, revocation.md 5). Here flash is a directory: artefact and slots are mapped and read where they lie,
 * as flash is on a microcontroller, and no write returns before it is on the medium. A port replaces this file and store.c.
 */
#ifndef LINTEL_STORE_H
#define LINTEL_STORE_H

#include "crypto.h"

struct notes {
    uint32_t count; /* goes up with each write: of two good copies the later one counts */
    uint32_t list_epoch, minimum, floor, receipt;
};

struct store {
    int directory; /* a descriptor */
    struct notes notes;
};

enum { ARTEFACT = 0, SLOTS = 1 }; /* what is mapped: the artefact, and two slots from SLOTS on */

bool store_open(struct store *s, const char *path);

/* The reader's private keys, made once. */
bool store_make_keys(struct store *s);
bool store_keys(const struct store *s, uint8_t dh[KEY], uint8_t signing[KEY]);

/* What lies there; no octets if nothing does. The view holds until it is unmapped, also when something else is written. */
struct octets store_map(const struct store *s, int what);
void store_unmap(struct octets view);

/*
 * A copy of a file that somebody else writes, of 1 to most octets, or none. What they do to theirs while it is read here, cutting it
 * short say, changes nothing under the view. The copy is gone from the medium once it is unmapped.
 */
struct octets store_receive(const struct store *s, const char *path, size_t most);

/* Writes a slot, which may be torn, or the artefact, which is the old one or the new one. */
bool store_write(struct store *s, int what, struct octets octets);

/* Replaces the notes: after a crash the old ones or the new ones are there. */
bool store_note(struct store *s, struct notes notes);

#endif
