/*
 * A reader's configuration as its manager signed it (protocol.md 11, Reader configuration). The octets stay where they are, in
 * flash; the structure holds what was read and verified of them, and views.
 */
#ifndef LINTEL_CONFIG_H
#define LINTEL_CONFIG_H

#include "trust.h"

enum { ARTEFACT_MOST = 1 << 20, DIRECTORY_MOST = 4096 };

enum transport { OVER_TCP, OVER_GATT, OVER_L2CAP, TRANSPORTS };

/* The names of section 4.1. */
struct octets transport_name(enum transport t);

struct policy {
    uint8_t transports;  /* bit n: transport n */
    uint8_t triggers;    /* bit n - 1: trigger n */
    bool person_verified, allow_without_clock, has_clock;
    uint32_t answer_millis, cold_after_uses, cold_after_seconds, stale_seconds, lag_seconds;
};

struct door {
    struct octets name, card_format;
    uint32_t unlock_seconds, facility;
    bool led_blinking, buzzer, has_facility;
};

struct config {
    struct trust trust;
    struct certificate certificate;
    struct octets signed_certificate, signed_list, content;
    struct policy policy;
    struct door door;
    uint32_t key_epoch, revision, issuing_epoch, list_minimum; /* list_minimum: of the list inside, 1 without one */
    uint16_t directory;                                        /* how many credentials the content holds */
    uint8_t project_key[KEY], statement[HASH];                 /* statement: the fingerprint of what the manager signed */
};

/* Of site.h alone: NOT_STORED, the medium failed and the reader goes by what it had; LIST_NOT_STORED, the list inside is missing. */
enum taken {
    TAKEN, TAKEN_AGAIN, REFUSED_MALFORMED, REFUSED_NOT_AUTHENTIC, REFUSED_OTHER_READER, REFUSED_OTHER_PROJECT, REFUSED_ROLLED_BACK,
    NOT_STORED, LIST_NOT_STORED
};

/* The public halves of the keys that the reader made itself. */
struct identity {
    uint8_t dh_key[KEY], signing_key[KEY];
};

/*
 * Reads and verifies an artefact. before: what the reader goes by, NULL at the first; noted: the highest minimum issuing epoch
 * of its notes. c is of no use where the artefact is refused. TAKEN_AGAIN: it is the one that the reader has.
 */
enum taken config_take(struct config *c, struct octets artefact, const struct identity *self, const struct config *before,
                       uint32_t noted);

/* The part that needs no statement of the manager: the content's form and bounds, and what the root states in it. */
enum verdict config_content(struct config *c, struct octets content);

/* The next of the content's signed credentials, in order; cursor begins as config->content. */
bool config_directory(struct octets *cursor, struct octets *signed_credential);

/* Verifies a list for a reader of this configuration as of its own time of issue. */
enum verdict config_list(const struct config *c, struct octets signed_list, uint32_t minimum, struct list *l);

#endif
