/*
 * What the vectors cannot show, for it leaves no trace on the air: what is erased when, files that others change, and which list is
 * in force after a configuration.
 */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../src/ephemeral.h"
#include "../src/site.h"
#include "signed.h"

enum { HOUR = 3600 * 1000, OCTETS = 3 * 4096 };

static int wrong;

static void check(bool good, const char *what) {
    if (good) return;
    printf("WRONG: %s\n", what);
    wrong++;
}

static void some(void *context, uint8_t *out, size_t size) {
    uint8_t *last = context;
    memset(out, ++*last, size);
}

static bool erased(const struct ephemeral *e) {
    static const struct ephemeral none;
    return memcmp(e->private_key, none.private_key, KEY) == 0;
}

static void ephemerals_go_after_their_hour(void) {
    static struct ephemerals all;
    struct ephemeral e;
    uint8_t last = 0;
    ephemeral_make(&all, some, &last, 0);
    ephemeral_make(&all, some, &last, HOUR / 2);
    ephemeral_make(&all, some, &last, HOUR - 1);
    check(all.count == 3, "a key is kept for less than its hour");
    ephemeral_take(&all, &e, some, &last, HOUR);
    check(e.made == HOUR - 1 && all.count == 1 && all.kept[0].made == HOUR / 2, "a key below another one outlives its hour");
    check(erased(&all.kept[1]) && erased(&all.kept[2]), "a key that is taken or too old stays in its place");
    ephemeral_make(&all, some, &last, 2 * HOUR);
    check(all.count == 1 && all.kept[0].made == 2 * HOUR && erased(&all.kept[1]), "a key outlives its hour where nobody taps");
}

static int file_of(const char *path, size_t size) {
    static uint8_t octets_of[OCTETS + 1];
    int file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0600);
    memset(octets_of, 7, sizeof octets_of);
    if (file < 0 || write(file, octets_of, size) != (ssize_t)size) abort();
    return file;
}

static void files_are_copied_before_they_are_read(const char *directory) {
    struct store s;
    char path[256];
    snprintf(path, sizeof path, "%s/theirs", directory);
    check(store_open(&s, directory), "no store");
    int theirs = file_of(path, OCTETS);
    struct octets view = store_receive(&s, path, OCTETS);
    check(view.size == OCTETS && ftruncate(theirs, 0) == 0, "a file is not received");
    check(view.size == OCTETS && view.at[0] == 7 && view.at[OCTETS - 1] == 7, "a file changes while it is read");
    store_unmap(view);
    close(theirs);
    check(store_receive(&s, path, OCTETS).size == 0, "an empty file is received");
    close(file_of(path, OCTETS + 1));
    check(store_receive(&s, path, OCTETS).size == 0, "a file above the bound is received");
    check(unlink(path) == 0 && store_receive(&s, path, OCTETS).size == 0, "a file that is not there is received");
    close(s.directory);
}

static struct store store;
static struct reader reader;
static struct site site;

/* A reader that starts, of what the directory holds. */
static enum taken start(const char *directory) {
    static uint8_t last;
    static const uint8_t signing[KEY] = {1};
    if (!store_open(&store, directory)) abort();
    memset(&reader, 0, sizeof reader);
    reader.owner = (struct owner){&last, some, NULL, NULL};
    memset(reader.dh_private, 2, KEY);
    public_of(reader.self.dh_key, reader.dh_private);
    signing_public_of(reader.self.signing_key, signing);
    reader_begin(&reader, 0);
    return site_begin(&site, &store, &reader);
}

static void stop(void) {
    store_unmap(site.artefact);
    store_unmap(site.list);
    close(store.directory);
}

static enum taken take(const struct draft *d) {
    struct written made = artefact(&reader.self, d);
    return site_take(&site, octets(made.at, made.size));
}

static bool enforces(uint32_t epoch, bool revokes) {
    return reader.has_list && reader.list.epoch == epoch && serials_revoke(&reader.index, REVOKED_ONE) == revokes;
}

static const struct draft OF_GROUP_5 = {1, 10, 1, {1, {5}}, 5, false};
static const struct draft OF_BOTH = {2, 10, 1, {2, {5, 6}}, 0, true};

static void a_list_ends_with_its_groups_and_with_its_key(const char *directory) {
    check(start(directory) == REFUSED_MALFORMED, "a reader without a configuration starts");
    check(take(&OF_GROUP_5) == TAKEN && enforces(10, false), "the list of the only group is not in force");
    check(take(&OF_BOTH) == TAKEN && enforces(10, true), "a list of a single group outlives the second group");
    stop();
    check(start(directory) == TAKEN && enforces(10, true), "the list for all is not in force after a restart");
    check(take(&(struct draft){3, 9, 1, {1, {6}}, 6, false}) == TAKEN && enforces(10, true), "an older list takes the place of a newer one");
    check(take(&(struct draft){4, 9, 2, {1, {6}}, 0, false}) == TAKEN && !reader.has_list, "a list outlives its issuing key");
    check(take(&(struct draft){5, 10, 2, {1, {6}}, 0, false}) == TAKEN && enforces(10, false), "a list as new as the lost one is left");
    stop();
}

static void a_list_that_was_not_kept_is_taken_again(const char *directory) {
    const struct draft next = {6, 11, 2, {1, {6}}, 0, true};
    check(start(directory) == TAKEN && enforces(10, false), "no list to begin with");
    const char *name = site.slot == 0 ? "list-1" : "list-0";
    unlinkat(store.directory, name, 0);
    check(mkdirat(store.directory, name, 0700) == 0, "the slot is not blocked");
    check(take(&next) == LIST_NOT_STORED && enforces(10, false), "a list is in force that was not kept");
    check(take(&next) == LIST_NOT_STORED, "that a list is not kept is said once only");
    stop();
    check(start(directory) == LIST_NOT_STORED && enforces(10, false), "a restart does not say that the list is not kept");
    check(unlinkat(store.directory, name, AT_REMOVEDIR) == 0, "the slot stays blocked");
    check(take(&next) == TAKEN_AGAIN && enforces(11, true), "the list of the same configuration is not taken");
    stop();
}

static void remove_kept(const char *directory) {
    static const char *const names[] = {"artefact", "list-0", "list-1", "notes-0", "notes-1"};
    check(store_open(&store, directory), "no store");
    for (int i = 0; i < 5; i++) unlinkat(store.directory, names[i], 0);
    close(store.directory);
}

int main(void) {
    char directory[] = "/tmp/reader-XXXXXX";
    if (!crypto_begin() || mkdtemp(directory) == NULL) return 1;
    ephemerals_go_after_their_hour();
    files_are_copied_before_they_are_read(directory);
    a_list_ends_with_its_groups_and_with_its_key(directory);
    a_list_that_was_not_kept_is_taken_again(directory);
    remove_kept(directory);
    check(rmdir(directory) == 0, "a copy is left behind");
    printf("local: %d wrong\n", wrong);
    return wrong > 0;
}
