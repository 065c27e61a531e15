#include "config.h"

struct octets transport_name(enum transport t) {
    static const char *const names[TRANSPORTS] = {"tcp", "ble-gatt", "ble-l2cap"};
    return octets(names[t], strlen(names[t]));
}

static bool between(const struct field *f, uint64_t least, uint64_t most) {
    return f->wire == WIRE_VARINT && f->value >= least && f->value <= most;
}

static bool sized(const struct field *f, size_t least, size_t most) {
    return f->wire == WIRE_OCTETS && f->octets.size >= least && f->octets.size <= most;
}

static bool transport_bit(struct octets name, uint8_t *set) {
    for (int t = 0; t < TRANSPORTS; t++) {
        if (same(name, transport_name((enum transport)t))) {
            *set |= (uint8_t)(1u << t);
            return true;
        }
    }
    return false;
}

static bool read_policy(struct octets from, struct policy *p) {
    struct field f;
    while (next_field(&from, false, &f)) {
        bool good = true;
        switch (f.number) {
        case 1: good = sized(&f, 1, 16) && transport_bit(f.octets, &p->transports); break;
        case 2: good = between(&f, 0, 15); p->triggers = (uint8_t)f.value; break;
        case 3: good = f.wire == WIRE_VARINT; p->person_verified = f.value != 0; break;
        case 4: good = between(&f, 1, 60000); p->answer_millis = (uint32_t)f.value; break;
        case 6: good = between(&f, 1, INT32_MAX); p->cold_after_uses = (uint32_t)f.value; break;
        case 7: good = between(&f, 1, INT32_MAX); p->cold_after_seconds = (uint32_t)f.value; break;
        case 8: good = between(&f, 0, 7776000); p->stale_seconds = (uint32_t)f.value; break;
        case 9: good = between(&f, 0, 2592000); p->lag_seconds = (uint32_t)f.value; p->has_clock = true; break;
        case 10: good = f.wire == WIRE_VARINT; p->allow_without_clock = f.value != 0; break;
        default: break;
        }
        if (!good) return false;
    }
    return from.size == 0;
}

static bool bounded_policy(const struct policy *p) {
    return p->answer_millis > 0 && p->cold_after_uses > 0 && p->cold_after_seconds > 0;
}

static bool read_door(struct octets from, struct door *d) {
    struct field f;
    while (next_field(&from, false, &f)) {
        bool good = true;
        switch (f.number) {
        case 1: good = sized(&f, 1, 64) && utf8(f.octets); d->name = f.octets; break;
        case 2: case 3: good = between(&f, 0, 100); break; /* what phones go by */
        case 4: good = f.wire == WIRE_VARINT; d->led_blinking = f.value != 0; break;
        case 5: good = f.wire == WIRE_VARINT; d->buzzer = f.value != 0; break;
        case 6: good = between(&f, 1, 3600); d->unlock_seconds = (uint32_t)f.value; break;
        case 7: good = f.wire == WIRE_OCTETS; d->card_format = f.octets; break;
        case 8: good = between(&f, 0, 65535); d->facility = (uint32_t)f.value; d->has_facility = true; break;
        default: break;
        }
        if (!good) return false;
    }
    return from.size == 0;
}

static bool bounded_door(const struct door *d) {
    static const struct {
        const char *name;
        uint32_t facility; /* the highest one, 0 where the layout has none */
    } formats[] = {{"H10301", 255}, {"H10306", 65535}, {"H10302", 0}, {"H10304", 65535}};
    if (d->name.size == 0 || d->unlock_seconds == 0) return false;
    for (int i = 0; i < 4; i++) {
        if (!same(d->card_format, octets(formats[i].name, 6))) continue;
        return !d->has_facility || (formats[i].facility > 0 && d->facility <= formats[i].facility);
    }
    return false;
}

/* What the content holds of other statements, before they are looked at. */
struct parts {
    struct octets root, system_id, system_key;
    int issuing_keys;
    bool project_key;
};

static bool read_field(struct config *c, struct parts *p, const struct field *f) {
    switch (f->number) {
    case 1: p->root = f->octets; return sized(f, 1, 256);
    case 2: return sized(f, 1, 256) && ++p->issuing_keys <= ISSUING_KEYS;
    case 3: c->signed_certificate = f->octets; return sized(f, 1, CERTIFICATE_MOST);
    case 4: c->key_epoch = (uint32_t)f->value; return between(f, 1, 65535);
    case 5:
        if (!sized(f, KEY, KEY)) return false;
        memcpy(c->project_key, f->octets.at, KEY);
        return p->project_key = true;
    case 6: c->signed_list = f->octets; return sized(f, 0, LIST_MOST);
    case 7: return sized(f, 1, CREDENTIAL_MOST) && ++c->directory <= DIRECTORY_MOST;
    case 8: return f->wire == WIRE_OCTETS && read_policy(f->octets, &c->policy);
    case 9: return f->wire == WIRE_OCTETS && read_door(f->octets, &c->door);
    case 10: p->system_id = f->octets; return sized(f, 0, 64) && utf8(f->octets);
    case 11: p->system_key = f->octets; return sized(f, 0, 64);
    case 12: return f->wire == WIRE_OCTETS && (f->octets.size == 0 || f->octets.size == KEY);
    default: return true; /* what a reader must not ignore changes the version */
    }
}

static bool read_content(struct config *c, struct octets content, struct parts *p) {
    struct octets rest = content;
    struct field f;
    memset(c, 0, sizeof *c);
    c->content = content;
    while (next_field(&rest, false, &f)) {
        if (!read_field(c, p, &f)) return false;
    }
    return rest.size == 0 && p->root.size > 0 && c->signed_certificate.size > 0 && c->key_epoch > 0 && p->project_key
        && (p->system_id.size > 0) == (p->system_key.size > 0) && bounded_policy(&c->policy) && bounded_door(&c->door);
}

enum verdict config_list(const struct config *c, struct octets signed_list, uint32_t minimum, struct list *l) {
    const struct groups *mine = &c->certificate.groups;
    if (!read_list(signed_list, l)) return MALFORMED;
    if (l->issuing_epoch < minimum || (l->group != 0 && (mine->count != 1 || mine->number[0] != l->group))) return NOT_AUTHENTIC;
    return trust_signed(&c->trust, LABEL("revocation-list"), l->project, FOR_LISTS, l->issuing_epoch, l->issued, signed_list)
               ? GOOD
               : NOT_AUTHENTIC;
}

/* Pins the root, takes the issuing keys, and verifies list and certificate, each as of its own time of issue. */
static enum verdict verify_content(struct config *c, struct octets root) {
    struct octets rest = c->content;
    struct field f;
    struct list l;
    enum verdict v = trust_pin(&c->trust, root);
    while (v == GOOD && next_field(&rest, false, &f)) {
        if (f.number == 2) v = trust_add(&c->trust, f.octets);
    }
    if (v != GOOD) return v;
    if (!read_certificate(c->signed_certificate, &c->certificate)) return MALFORMED;
    c->list_minimum = 1;
    if (c->signed_list.size > 0) {
        v = config_list(c, c->signed_list, 1, &l);
        if (v != GOOD) return v;
        c->list_minimum = l.minimum_issuing_epoch;
    }
    const struct certificate *own = &c->certificate;
    return own->issuing_epoch >= c->list_minimum
                   && trust_signed(&c->trust, LABEL("reader-certificate"), own->project, FOR_READERS, own->issuing_epoch,
                                   own->issued, c->signed_certificate)
               ? GOOD
               : NOT_AUTHENTIC;
}

enum verdict config_content(struct config *c, struct octets content) {
    struct parts p = {0};
    return read_content(c, content, &p) ? verify_content(c, p.root) : MALFORMED;
}

/* ReaderArtefactBody: a version, a statement and the content that it speaks of. */
static bool read_artefact(struct octets artefact, struct octets *statement, struct octets *content) {
    struct field f;
    uint64_t version = 0;
    if (artefact.size > ARTEFACT_MOST) return false;
    *statement = *content = octets(NULL, 0);
    while (next_field(&artefact, false, &f)) {
        if (f.number == 1 && f.wire == WIRE_VARINT) version = f.value;
        if (f.number == 2) *statement = f.octets;
        if (f.number == 3) *content = f.octets;
    }
    return artefact.size == 0 && version == 1 && statement->size > 0;
}

enum taken config_take(struct config *c, struct octets artefact, const struct identity *self, const struct config *before,
                       uint32_t noted) {
    struct octets statement, content;
    struct configuration told;
    uint8_t digest[HASH];
    if (!read_artefact(artefact, &statement, &content) || !read_configuration(statement, &told)) return REFUSED_MALFORMED;
    enum verdict v = config_content(c, content);
    if (v != GOOD) return v == MALFORMED ? REFUSED_MALFORMED : REFUSED_NOT_AUTHENTIC;
    hash(digest, 1, &content);
    hash(c->statement, 1, &statement);
    if (told.issuing_epoch < c->list_minimum || told.reader_number != c->certificate.reader_number
        || memcmp(digest, told.content_hash, HASH) != 0
        || !trust_signed(&c->trust, LABEL("reader-configuration"), told.project, FOR_CONFIGURATIONS, told.issuing_epoch,
                         told.issued, statement)) {
        return REFUSED_NOT_AUTHENTIC;
    }
    c->revision = told.revision;
    c->issuing_epoch = told.issuing_epoch;
    if (memcmp(c->certificate.dh_key, self->dh_key, KEY) != 0 || memcmp(c->certificate.signing_key, self->signing_key, KEY) != 0) {
        return REFUSED_OTHER_READER;
    }
    bool again = before != NULL && memcmp(before->statement, c->statement, HASH) == 0;
    if (before != NULL && memcmp(before->trust.project, c->trust.project, PROJECT) != 0) return REFUSED_OTHER_PROJECT;
    if (!again && (told.issuing_epoch < noted || (before != NULL && told.issuing_epoch < before->list_minimum))) {
        return REFUSED_NOT_AUTHENTIC;
    }
    if (!again && before != NULL && told.revision <= before->revision) return REFUSED_ROLLED_BACK;
    return again ? TAKEN_AGAIN : TAKEN;
}

bool config_directory(struct octets *cursor, struct octets *signed_credential) {
    struct field f;
    while (next_field(cursor, false, &f)) {
        if (f.number == 7) {
            *signed_credential = f.octets;
            return true;
        }
    }
    return false;
}
