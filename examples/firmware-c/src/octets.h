/* Octets with their number, and integers in them. */
#ifndef LINTEL_OCTETS_H
#define LINTEL_OCTETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* A view: whoever hands it out owns what it shows. */
struct octets {
    const uint8_t *at;
    size_t size;
};

static inline struct octets octets(const void *at, size_t size) {
    return (struct octets){at, size};
}

/* Whether two views show the same; for public octets only, because the time tells how far they agree. */
static inline bool same(struct octets a, struct octets b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.at, b.at, a.size) == 0);
}

static inline uint32_t big16(const uint8_t *p) { return (uint32_t)p[0] << 8 | p[1]; }

static inline void put_big16(uint8_t *p, uint32_t v) {
    p[0] = (uint8_t)(v >> 8);
    p[1] = (uint8_t)v;
}

static inline uint32_t big32(const uint8_t *p) { return big16(p) << 16 | big16(p + 2); }

static inline void put_big32(uint8_t *p, uint32_t v) {
    put_big16(p, v >> 16);
    put_big16(p + 2, v & 0xffff);
}

static inline uint32_t little32(const uint8_t *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

#endif
