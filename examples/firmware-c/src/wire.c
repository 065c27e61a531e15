#include "wire.h"

bool varint(struct octets *rest, bool strict, uint64_t *value) {
    *value = 0;
    for (unsigned i = 0; i < 10 && rest->size > 0; i++) {
        uint8_t octet = *rest->at++;
        rest->size--;
        if (i == 9 && octet > 1) return false;
        *value |= (uint64_t)(octet & 0x7f) << (7 * i);
        if (octet < 0x80) return !strict || octet != 0 || i == 0;
    }
    return false;
}

static bool take(struct octets *rest, uint64_t size, struct octets *taken) {
    if (size > rest->size) return false;
    *taken = octets(rest->at, (size_t)size);
    rest->at += size;
    rest->size -= (size_t)size;
    return true;
}

bool next_field(struct octets *rest, bool strict, struct field *f) {
    uint64_t tag, size;
    struct octets work = *rest, taken;
    if (work.size == 0) return false;
    memset(f, 0, sizeof *f);
    if (!varint(&work, strict, &tag) || tag >> 3 == 0 || tag >> 3 > 536870911) return false;
    f->number = (uint32_t)(tag >> 3);
    f->wire = tag & 7;
    switch (f->wire) {
    case WIRE_VARINT:
        if (!varint(&work, strict, &f->value)) return false;
        break;
    case WIRE_64:
        if (!take(&work, 8, &taken)) return false;
        f->value = (uint64_t)little32(taken.at + 4) << 32 | little32(taken.at);
        break;
    case WIRE_OCTETS:
        if (!varint(&work, strict, &size) || !take(&work, size, &f->octets)) return false;
        break;
    case WIRE_32:
        if (!take(&work, 4, &taken)) return false;
        f->value = little32(taken.at);
        break;
    default: return false;
    }
    *rest = work;
    return true;
}

static bool within(const struct rule *r, const struct field *f) {
    uint64_t x = r->wire == WIRE_OCTETS ? f->octets.size : f->value;
    return f->wire == r->wire && x >= r->least && x <= r->most;
}

bool read_canonical(struct octets body, int count, const struct rule *rules, struct field *fields) {
    struct field f;
    uint32_t last = 0;
    int at = 0;
    memset(fields, 0, (size_t)count * sizeof *fields);
    while (next_field(&body, true, &f)) {
        if (f.number <= last) return false;
        last = f.number;
        if (f.number >= 16) continue; /* an addition of a later version */
        if (f.value == 0 && f.octets.size == 0) return false; /* a default is left out */
        for (; at < count && rules[at].number < f.number; at++) {
            if (rules[at].needed) return false;
        }
        if (at == count || rules[at].number != f.number || !within(&rules[at], &f)) return false;
        fields[at++] = f;
    }
    for (; at < count; at++) {
        if (rules[at].needed) return false;
    }
    return body.size == 0;
}

bool utf8(struct octets text) {
    for (size_t i = 0; i < text.size;) {
        uint8_t lead = text.at[i++];
        if (lead < 0x80) continue;
        int more = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
        uint32_t point = lead & (0x3fu >> more);
        if (lead < 0xc2 || lead > 0xf4 || (size_t)more > text.size - i) return false;
        for (int j = 0; j < more; j++) {
            if ((text.at[i] & 0xc0) != 0x80) return false;
            point = point << 6 | (text.at[i++] & 0x3f);
        }
        if (more == 2 && (point < 0x800 || (point >= 0xd800 && point < 0xe000))) return false;
        if (more == 3 && (point < 0x10000 || point > 0x10ffff)) return false;
    }
    return true;
}
