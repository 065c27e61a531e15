/* What the vectors cannot show, for it leaves no trace on the air: what is erased when, and files that others change. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "../src/ephemeral.h"
#include "../src/store.h"

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

int main(void) {
    char directory[] = "/tmp/reader-XXXXXX";
    if (!crypto_begin() || mkdtemp(directory) == NULL) return 1;
    ephemerals_go_after_their_hour();
    files_are_copied_before_they_are_read(directory);
    check(rmdir(directory) == 0, "a copy is left behind");
    printf("local: %d wrong\n", wrong);
    return wrong > 0;
}
