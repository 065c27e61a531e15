/* The reader as a program: its keys, its configuration, and taps over TCP. It prints what it decided, and never for whom. */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "policy.h"
#include "site.h"
#include "tcp.h"

static struct store store;
static struct reader reader;
static struct site site;
static struct server server;
static volatile sig_atomic_t stopped;

static const char usage[] = "lintel-reader keys DIR                        make the reader's two key pairs in DIR\n"
                            "lintel-reader request DIR > FILE              write what a manager needs to certify them\n"
                            "lintel-reader take DIR ARTEFACT               take a configuration that the manager signed\n"
                            "lintel-reader run DIR ADDRESS PORT [ARTEFACT] serve taps; take ARTEFACT again whenever it changes\n";

static void from_system(void *context, uint8_t *out, size_t size) {
    (void)context;
    random_octets(out, size);
}

/* The door of this example is a line on the console. */
static bool show(void *context, const struct decision *d) {
    (void)context;
    return printf("%s%s %s\n", d->reason == GRANTED ? "" : "denied ", reason_name(d->reason), d->fast ? "fast" : "cold") > 0;
}

static int fail(const char *what, const char *why) {
    fprintf(stderr, "%s: %s\n", what, why);
    return 1;
}

static bool begin(const char *directory) {
    uint8_t signing[KEY];
    if (!store_open(&store, directory) || !store_keys(&store, reader.dh_private, signing)) return false;
    public_of(reader.self.dh_key, reader.dh_private);
    signing_public_of(reader.self.signing_key, signing);
    wipe(signing, sizeof signing);
    reader.owner = (struct owner){NULL, from_system, show, NULL};
    reader_begin(&reader, tcp_now().millis);
    return true;
}

static int take(const char *path) {
    static const char *const results[] = {"taken", "taken already", "malformed", "not authentic", "of another reader",
                                          "of another project", "older than the one in force",
                                          "not stored: give it again", "taken, but its list not stored: give it again"};
    struct octets artefact = store_receive(&store, path, ARTEFACT_MOST);
    enum taken taken = site_take(&site, artefact);
    store_unmap(artefact);
    printf("configuration %s\n", results[taken]);
    return taken <= TAKEN_AGAIN ? 0 : 1;
}

/* suite | DH key | signing key | signature (protocol.md 11, Reader request) */
static int request(void) {
    uint8_t octets_of[1 + 2 * KEY + SIGNATURE] = {1}, dh[KEY], signing[KEY];
    if (!store_keys(&store, dh, signing)) return 1;
    memcpy(octets_of + 1, reader.self.dh_key, KEY);
    memcpy(octets_of + 1 + KEY, reader.self.signing_key, KEY);
    sign(octets_of + 1 + 2 * KEY, signing, LABEL("reader-request"), octets(octets_of, 1 + 2 * KEY));
    wipe(dh, sizeof dh);
    wipe(signing, sizeof signing);
    return fwrite(octets_of, 1, sizeof octets_of, stdout) == sizeof octets_of ? 0 : 1;
}

/* Whether a file is another than when this was asked last. */
static bool changed(const char *path) {
    static struct stat last;
    struct stat about;
    if (path == NULL || stat(path, &about) != 0) return false;
    bool same_file = about.st_mtim.tv_sec == last.st_mtim.tv_sec && about.st_mtim.tv_nsec == last.st_mtim.tv_nsec
                  && about.st_size == last.st_size && about.st_ino == last.st_ino;
    last = about;
    return !same_file;
}

static void stop(int signal) {
    (void)signal;
    stopped = 1;
}

static int run(const char *address, const char *port, const char *artefact) {
    bool waiting = false;
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    if (changed(artefact)) take(artefact);
    if (site.current < 0) return fail("no configuration", "let the manager certify this reader, and `take` what it gives");
    if (!tcp_listen(&server, &reader, address, (uint16_t)atoi(port))) return fail(port, "cannot listen there");
    printf("listens on %s:%u\n", address, tcp_port(&server));
    while (!stopped) {
        waiting = changed(artefact) || waiting;
        if (waiting && !tcp_busy(&server)) {
            take(artefact);
            waiting = false;
        }
        tcp_serve(&server, !waiting);
        if (!tcp_busy(&server)) site_note_floor(&site);
    }
    wipe(&reader, sizeof reader);
    return 0;
}

int main(int count, char *word[]) {
    static char buffer[256];
    setvbuf(stdout, buffer, _IOLBF, sizeof buffer);
    if (!crypto_begin()) return fail("no randomness", "a reader without it opens no channel");
    if (count == 3 && strcmp(word[1], "keys") == 0) {
        return store_open(&store, word[2]) && store_make_keys(&store) ? 0 : fail(word[2], "no directory, or it has keys already");
    }
    if (count < 3) return fail("usage", usage);
    if (!begin(word[2])) return fail(word[2], "no keys there: make them with `lintel-reader keys`");
    if (count == 3 && strcmp(word[1], "request") == 0) return request();
    if (site_begin(&site, &store, &reader) == LIST_NOT_STORED) fail("its list is not stored", "give the configuration again");
    if (count == 4 && strcmp(word[1], "take") == 0) return take(word[3]);
    if ((count == 5 || count == 6) && strcmp(word[1], "run") == 0) return run(word[3], word[4], count == 6 ? word[5] : NULL);
    return fail("usage", usage);
}
