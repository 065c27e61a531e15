#include "serials.h"

#include "wire.h"

/* Reads count bits, at most 32; false if there are not so many. */
static bool bits(struct serials *s, unsigned count, uint32_t *value) {
    uint32_t v = 0;
    if ((uint64_t)s->bit + count > (uint64_t)s->octets.size * 8) return false;
    for (; count > 0; count--, s->bit++) v = v << 1 | (s->octets.at[s->bit / 8] >> (7 - s->bit % 8) & 1u);
    *value = v;
    return true;
}

/* Rice's code with a bound on the high part: up to 31 zeros, a one and the low bits; or 32 zeros and all 32 bits. */
static bool value(struct serials *s, uint8_t parameter, uint64_t *v) {
    uint32_t high = 0, low, bit = 0;
    while (high < 32) {
        if (!bits(s, 1, &bit)) return false;
        if (bit == 1) break;
        high++;
    }
    if (!bits(s, high < 32 ? parameter : 32, &low)) return false;
    if (high == 32 && low >> parameter < 32) return false; /* it has a shorter form */
    *v = high < 32 ? (uint64_t)high << parameter | low : low;
    return true;
}

bool serials_begin(struct serials *s, uint32_t base, uint8_t coding, struct octets octets) {
    size_t parameters = coding == 2 ? 2 : 1;
    uint64_t count;
    *s = (struct serials){.least = base, .coding = coding};
    if (octets.size < parameters) return false;
    s->gap = octets.at[0];
    s->length = coding == 2 ? octets.at[1] : 0;
    s->octets = (struct octets){octets.at + parameters, octets.size - parameters};
    if (s->gap > 24 || s->length > 24 || !varint(&s->octets, true, &count) || count > UINT32_MAX) return false;
    s->left = (uint32_t)count;
    return true;
}

int serials_next(struct serials *s, struct run *run) {
    uint64_t gap, more = 0;
    if (s->left == 0) return 0;
    if (!value(s, s->gap, &gap) || (s->coding == 2 && !value(s, s->length, &more))) return -1;
    uint64_t first = s->least + gap, last = first + more;
    if (last > UINT32_MAX) return -1;
    *run = (struct run){(uint32_t)first, (uint32_t)last};
    s->least = last + s->coding;
    s->left--;
    return 1;
}

bool serials_good(uint32_t base, uint8_t coding, struct octets octets) {
    struct serials s;
    struct run run;
    uint32_t rest, end;
    int more;
    if (!serials_begin(&s, base, coding, octets)) return false;
    while ((more = serials_next(&s, &run)) > 0) continue;
    end = (uint32_t)(s.octets.size * 8);
    return more == 0 && end - s.bit < 8 && bits(&s, end - s.bit, &rest) && rest == 0;
}

void serials_index(struct serials_index *index, uint32_t base, uint8_t coding, struct octets octets) {
    struct run run;
    index->count = 0;
    if (!serials_begin(&index->start, base, coding, octets)) return;
    struct serials s = index->start;
    for (uint32_t every = s.left / SERIALS_NOTES + 1, at = 0; s.left > 0; at++) {
        if (at % every == 0) {
            index->note[index->count].bit = s.bit;
            index->note[index->count].left = s.left;
            index->note[index->count++].least = (uint32_t)s.least;
        }
        if (serials_next(&s, &run) <= 0) return;
    }
}

bool serials_revoke(const struct serials_index *index, uint32_t serial) {
    struct serials s = index->start;
    struct run run;
    int at = index->count - 1;
    if (serial < s.least) return true; /* at the start this is the base */
    while (at >= 0 && index->note[at].least > serial) at--;
    if (at < 0) return false;
    s.bit = index->note[at].bit;
    s.left = index->note[at].left;
    s.least = index->note[at].least;
    while (serials_next(&s, &run) > 0 && run.first <= serial) {
        if (serial <= run.last) return true;
    }
    return false;
}
