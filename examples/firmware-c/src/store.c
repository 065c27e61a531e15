#define _POSIX_C_SOURCE 200809L
#include "store.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NOTED = 20, SUM = 8 };

static const char *const NAMES[] = {"artefact", "list-0", "list-1"};
static const char *const NOTES[] = {"notes-0", "notes-1"};

static bool write_all(int file, struct octets octets) {
    while (octets.size > 0) {
        ssize_t wrote = write(file, octets.at, octets.size);
        if (wrote <= 0) return false;
        octets.at += wrote;
        octets.size -= (size_t)wrote;
    }
    return true;
}

static bool write_file(const struct store *s, const char *name, int flags, struct octets octets) {
    int file = openat(s->directory, name, O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
    if (file < 0) return false;
    bool good = write_all(file, octets) && fsync(file) == 0;
    return close(file) == 0 && good && fsync(s->directory) == 0;
}

static bool read_file(const struct store *s, const char *name, uint8_t *to, size_t size) {
    int file = openat(s->directory, name, O_RDONLY | O_CLOEXEC);
    if (file < 0) return false;
    bool good = read(file, to, size) == (ssize_t)size;
    close(file);
    return good;
}

/* A copy of the notes: five numbers and the beginning of their SHA-256, which tells a torn write. */
static void sum(const uint8_t copy[NOTED], uint8_t out[SUM]) {
    uint8_t digest[HASH];
    hash(digest, 1, (struct octets[]){{copy, NOTED}});
    memcpy(out, digest, SUM);
}

static bool read_notes(const struct store *s, int which, struct notes *n) {
    uint8_t copy[NOTED + SUM], good[SUM];
    if (!read_file(s, NOTES[which], copy, sizeof copy)) return false;
    sum(copy, good);
    *n = (struct notes){big32(copy), big32(copy + 4), big32(copy + 8), big32(copy + 12), big32(copy + 16)};
    return memcmp(good, copy + NOTED, SUM) == 0;
}

bool store_open(struct store *s, const char *path) {
    struct notes n;
    *s = (struct store){.directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    for (int i = 0; i < 2 && s->directory >= 0; i++) {
        if (read_notes(s, i, &n) && n.count >= s->notes.count) s->notes = n;
    }
    return s->directory >= 0;
}

bool store_note(struct store *s, struct notes n) {
    uint8_t copy[NOTED + SUM];
    n.count = s->notes.count + 1;
    put_big32(copy, n.count);
    put_big32(copy + 4, n.list_epoch);
    put_big32(copy + 8, n.minimum);
    put_big32(copy + 12, n.floor);
    put_big32(copy + 16, n.receipt);
    sum(copy, copy + NOTED);
    if (!write_file(s, NOTES[n.count % 2], O_TRUNC, octets(copy, sizeof copy))) return false;
    s->notes = n;
    return true;
}

bool store_make_keys(struct store *s) {
    uint8_t both[2 * KEY];
    random_octets(both, sizeof both);
    bool good = write_file(s, "keys", O_EXCL, octets(both, sizeof both));
    wipe(both, sizeof both);
    return good;
}

bool store_keys(const struct store *s, uint8_t dh[KEY], uint8_t signing[KEY]) {
    uint8_t both[2 * KEY];
    if (!read_file(s, "keys", both, sizeof both)) return false;
    memcpy(dh, both, KEY);
    memcpy(signing, both + KEY, KEY);
    wipe(both, sizeof both);
    return true;
}

/* All of a file, which may be negative, and is closed. */
static struct octets map(int file) {
    struct octets view = {NULL, 0};
    struct stat about;
    if (file < 0) return view;
    if (fstat(file, &about) == 0 && about.st_size > 0) {
        void *at = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
        if (at != MAP_FAILED) view = octets(at, (size_t)about.st_size);
    }
    close(file);
    return view;
}

struct octets store_map(const struct store *s, int what) {
    return map(openat(s->directory, NAMES[what], O_RDONLY | O_CLOEXEC));
}

static bool copy(int from, int to, size_t most) {
    uint8_t some[4096];
    ssize_t got;
    size_t size = 0;
    while ((got = read(from, some, sizeof some)) > 0) {
        size += (size_t)got;
        if (size > most || !write_all(to, octets(some, (size_t)got))) return false;
    }
    return got == 0;
}

struct octets store_receive(const struct store *s, const char *path, size_t most) {
    int from = open(path, O_RDONLY | O_CLOEXEC);
    int to = openat(s->directory, "received", O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    unlinkat(s->directory, "received", 0);
    bool good = from >= 0 && to >= 0 && copy(from, to, most);
    if (from >= 0) close(from);
    if (good) return map(to);
    if (to >= 0) close(to);
    return octets(NULL, 0);
}

void store_unmap(struct octets view) {
    if (view.size > 0) munmap((void *)(uintptr_t)view.at, view.size);
}

bool store_write(struct store *s, int what, struct octets octets) {
    if (what != ARTEFACT) {
        /* A view of the old octets may be in use no more, but must not fault: the slot becomes another file. */
        unlinkat(s->directory, NAMES[what], 0);
        return write_file(s, NAMES[what], O_TRUNC, octets);
    }
    return write_file(s, "artefact.new", O_TRUNC, octets)
        && renameat(s->directory, "artefact.new", s->directory, NAMES[what]) == 0 && fsync(s->directory) == 0;
}
