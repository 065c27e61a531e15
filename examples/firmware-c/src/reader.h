/* What all taps of a reader share: its keys, what it was told, and its tables. */
#ifndef LINTEL_READER_H
#define LINTEL_READER_H

#include "budget.h"
#include "config.h"
#include "directory.h"
#include "ephemeral.h"
#include "ratchet.h"
#include "serials.h"

/* Milliseconds that only ever go up, and the time of day in seconds since 1970; 0 where the reader has no clock. */
struct moment {
    int64_t millis;
    uint32_t clock;
};

enum reason { /* protocol.md 4.7 */
    GRANTED, NOT_YET_VALID, EXPIRED, LEASE_ENDED, REVOKED, WRONG_GROUP, WRONG_TECHNOLOGY, PERSON_NOT_VERIFIED,
    TRIGGER_NOT_ALLOWED, TOO_SLOW, TRANSPORT_NOT_ALLOWED, EPOCH_TOO_OLD, LIST_STALE, SITE_RULE, NO_CLOCK
};

enum trigger { FROM_LIST = 1, FROM_WIDGET, FROM_DISPLAY, AUTOMATIC };

/* What a tap says of itself, beside its credential. */
struct claim {
    uint8_t trigger, assurances; /* assurances: bit 0 person verified, bit 1 phone unlocked */
    enum transport transport;
    int64_t answer_millis;
};

struct decision {
    enum reason reason;
    bool fast;
    const struct credential *credential;
    const struct claim *claim;
};

/* What the reader's owner gives it. door acts on a decision; if it fails, no answer is sent. */
struct owner {
    void *context;
    random_source random;
    bool (*door)(void *context, const struct decision *d);
    bool (*site_rule)(void *context, const struct credential *c, const struct claim *claim); /* NULL for none */
};

struct reader {
    struct owner owner;
    struct identity self;
    uint8_t dh_private[KEY], state_epoch[4];
    const struct config *config;
    bool has_list;
    struct list list;
    struct serials_index index;
    uint32_t minimum, floor; /* highest minimum issuing epoch of a list that was ever in force; newest issue that was verified */
    struct budget budget;
    struct ephemerals ephemerals;
    struct ratchets ratchets;
    struct directory directory;
};

/* Begins with empty tables and a new state epoch. Keys, configuration, list and what was noted are set by the caller. */
void reader_begin(struct reader *r, int64_t now);

/* Goes by a configuration from now on. */
void reader_configure(struct reader *r, const struct config *c);

/* Puts a verified list into force. Its octets stay where they are. */
void reader_enforce(struct reader *r, const struct list *l);

/* Is without a list from now on, so that it denies. What the list had raised stays. */
void reader_release(struct reader *r);

/* Raises the floor of the clock to something verified that was issued then, under this issuing epoch. */
void reader_saw(struct reader *r, uint32_t issuing_epoch, uint32_t issued);

#endif
