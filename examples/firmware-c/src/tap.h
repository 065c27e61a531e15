/*
 * One tap on one channel: the reader's states (protocol.md 6.1). It does no input or output, knows no clock and draws nothing
 * itself: each call takes the time and at most one message, and gives at most one message to send. A tap that is ENDED after
 * a call sends what the call gave, if anything, and closes its channel.
 */
#ifndef LINTEL_TAP_H
#define LINTEL_TAP_H

#include "noise.h"
#include "reader.h"

enum { MESSAGE_MOST = 512, SENT_MOST = 210, OPENER = 86, HEADER = 29 };

enum state { AWAITING_PHONE, AWAITING_CREDENTIAL, ESTABLISHED, ENDED };

enum end { NOT_ENDED, IN_ORDER, ENDED_MALFORMED, UNEXPECTED, ENDED_NOT_AUTHENTIC, TIMED_OUT, DISCONNECTED, RATE_LIMITED, DOOR_FAILED };

/* The secrets of a tap, together so that one call erases them. */
struct tap_keys {
    struct noise noise;
    uint8_t gate[KEY], certificate[KEY], secret[KEY], to_reader[KEY];
    uint8_t holder[KEY], reference[REFERENCE];
};

struct tap {
    struct reader *reader;
    enum state state;
    enum end end;
    bool takes_who, takes_fast, has_ephemeral;
    int64_t opened, answered;
    uint32_t received; /* messages under to_reader */
    uint8_t opener[OPENER];
    struct ephemeral ephemeral;
    struct claim claim;
    struct tap_keys keys;
};

/* Each gives the size of what is in out. */
size_t tap_open(struct tap *t, struct reader *r, enum transport over, struct moment now, uint8_t out[SENT_MOST]);
size_t tap_receive(struct tap *t, struct octets message, struct moment now, uint8_t out[SENT_MOST]);

/* Ends the tap if its deadline has passed. */
void tap_tick(struct tap *t, struct moment now);

/* The channel was closed by the phone, or broke. */
void tap_closed(struct tap *t);

/* When tap_tick has something to do. */
int64_t tap_deadline(const struct tap *t);

#endif
