/*
 * Replays the specification's vectors, as vectors.py writes them, against the reader's own code. Each event makes lines of what the
 * reader did; `compare` holds them against those that were expected. Says the name of every vector that differs, and how.
 * With two arguments, a number and a seed, it tries so many random changes of each input before the input itself.
 */
#include <stdio.h>
#include <stdlib.h>

#include "../src/policy.h"
#include "../src/tap.h"
#include "stack.h"

enum { LINE = 1 << 17, CHANNELS = 8, TEXT = 1 << 12 };

static struct {
    char name[128], did[TEXT], expected[TEXT];
    int vectors, compared, wrong;
    uint8_t state_epoch[4], nonce[16], ephemeral[KEY];
    bool denies;
    struct moment now;
} it;

static struct reader reader;
static struct config config, before;
static struct trust trust;
static struct tap taps[CHANNELS];
static uint8_t dh_private[KEY], signing_private[KEY], flash[3][LINE];
static uint32_t revoked[4096][2];
static int runs;
static bool has_before;

static void say(char *text, const char *what) {
    size_t used = strlen(text);
    snprintf(text + used, TEXT - used, "%s\n", what);
}

static void did(const char *what) { say(it.did, what); }

static struct octets hex(const char *text, uint8_t *to) {
    size_t size = 0;
    unsigned octet;
    if (text == NULL || *text == '-') return octets(to, 0);
    for (; text[0] && sscanf(text, "%2x", &octet) == 1; text += 2) to[size++] = (uint8_t)octet;
    return octets(to, size);
}

static void sent(const uint8_t *message, size_t size) {
    char text[TEXT] = "send ";
    for (size_t i = 0; i < size; i++) sprintf(text + 5 + 2 * i, "%02x", message[i]);
    if (size > 0) did(text);
}

/* In place of randomness: what a vector gives, told apart by its size. */
static void given(void *context, uint8_t *out, size_t size) {
    (void)context;
    memcpy(out, size == 4 ? it.state_epoch : size == 16 ? it.nonce : it.ephemeral, size);
}

static bool decided(void *context, const struct decision *d) {
    char text[256];
    (void)context;
    snprintf(text, sizeof text, "decided %s %s %u %llu %02x%02x %lld", reason_name(d->reason), d->fast ? "fast" : "cold",
             d->credential->serial, (unsigned long long)d->credential->access_number, d->claim->trigger, d->claim->assurances,
             (long long)d->claim->answer_millis);
    did(text);
    return true;
}

static bool site_rule(void *context, const struct credential *c, const struct claim *claim) {
    (void)context, (void)c, (void)claim;
    return !it.denies;
}

static void ended(const struct tap *t) {
    static const char *const ends[] = {"", "in-order", "malformed", "unexpected", "not-authentic",
                                       "timed-out", "disconnected", "rate-limited", "door-failed"};
    char text[64];
    if (t->state != ENDED) return;
    snprintf(text, sizeof text, "end %s", ends[t->end]);
    did(text);
}

static void begin(const char *epoch, const char *tokens, const char *ratchets) {
    struct identity self;
    const struct config *told = reader.config;
    struct list list = reader.list;
    bool has_list = reader.has_list;
    hex(epoch, it.state_epoch);
    memset(&reader, 0, sizeof reader);
    reader.owner = (struct owner){NULL, given, decided, site_rule};
    memcpy(reader.dh_private, dh_private, KEY);
    public_of(self.dh_key, dh_private);
    signing_public_of(self.signing_key, signing_private);
    reader.self = self;
    reader_begin(&reader, it.now.millis);
    budget_begin(&reader.budget, atoi(tokens), it.now.millis);
    ratchet_begin(&reader.ratchets, atoi(ratchets));
    reader_configure(&reader, told);
    if (has_list) reader_enforce(&reader, &list);
}

static void enforce(const char *text) {
    struct list list;
    if (config_list(reader.config, hex(text, flash[1]), reader.minimum, &list) != GOOD) {
        did("left");
        return;
    }
    reader_enforce(&reader, &list);
}

static void open(const char *channel, const char *transport, const char *nonce, const char *ephemeral) {
    uint8_t out[SENT_MOST];
    enum transport over = OVER_TCP;
    while (!same(transport_name(over), octets(transport, strlen(transport)))) over++;
    hex(nonce, it.nonce);
    hex(ephemeral, it.ephemeral);
    sent(out, tap_open(&taps[atoi(channel)], &reader, over, it.now, out));
}

static struct {
    struct tap *tap;
    struct octets message;
    uint8_t out[SENT_MOST];
    size_t size;
} call;

static void hand_over(void) { call.size = tap_receive(call.tap, call.message, it.now, call.out); }

/* How often each input is also tried with random changes first, which the sanitizers watch and nothing remembers. */
static int changes;
static struct tap tap_before;
static struct reader reader_before;

static struct octets changed(struct octets good) {
    static uint8_t to[LINE];
    size_t size = good.size;
    memcpy(to, good.at, size);
    switch (rand() % 4) {
    case 0: size -= size > 0 ? (size_t)rand() % size : 0; break;
    case 1: to[size++] = (uint8_t)rand(); break;
    default: break;
    }
    for (int i = rand() % 4; i >= 0 && size > 0; i--) to[(size_t)rand() % size] = (uint8_t)(rand() % 2 ? rand() : 1 << rand() % 8);
    static uint8_t *exact; /* so that a read behind the end is seen */
    free(exact);
    exact = malloc(size + (size == 0));
    if (exact == NULL) abort();
    memcpy(exact, to, size);
    return octets(exact, size);
}

static void receive_changed(struct tap *t, struct octets message) {
    uint8_t out[SENT_MOST];
    tap_before = *t;
    reader_before = reader;
    for (int i = 0; i < changes; i++) {
        size_t said = strlen(it.did);
        tap_receive(t, changed(message), it.now, out);
        it.did[said] = 0;
        *t = tap_before;
        reader = reader_before;
    }
}

static void receive(const char *channel, const char *message) {
    static uint8_t in[LINE];
    call.tap = &taps[atoi(channel)];
    if (call.tap->state == ENDED) return;
    call.message = hex(message, in);
    receive_changed(call.tap, call.message);
    on_stack(hand_over);
    sent(call.out, call.size);
    ended(call.tap);
}

static void take(const char *text) {
    static const char *const results[] = {"accepted", "accepted", "malformed", "not-authentic", "another-reader", "another-project", "rolled-back"};
    struct identity self;
    char line[64];
    public_of(self.dh_key, dh_private);
    signing_public_of(self.signing_key, signing_private);
    struct octets artefact = hex(text, flash[0]);
    for (int i = 0; i < changes; i++) config_take(&config, changed(artefact), &self, NULL, 1);
    enum taken taken = config_take(&config, artefact, &self, has_before ? &before : NULL, 1);
    if (taken <= TAKEN_AGAIN) snprintf(line, sizeof line, "%s %u", results[taken], config.revision);
    else snprintf(line, sizeof line, "%s", results[taken]);
    did(line);
}

static void accepted(const char *text) {
    struct identity self;
    public_of(self.dh_key, dh_private);
    signing_public_of(self.signing_key, signing_private);
    has_before = config_take(&before, hex(text, flash[2]), &self, NULL, 1) == TAKEN;
    if (!has_before) did("the accepted one is refused");
}

/* Reads and verifies a statement of any kind, as of some time and minimum. */
static bool verified_as_is(const char *kind, uint32_t now, uint32_t minimum, struct octets s) {
    struct credential c;
    struct certificate r;
    struct configuration told;
    struct list l;
    const struct trust *t = &trust;
    if (strcmp(kind, "root") == 0) return trust_pin(&trust, s) == GOOD;
    if (strcmp(kind, "issuing-key") == 0) return trust_add(&trust, s) == GOOD;
    if (strcmp(kind, "credential") == 0) {
        return read_credential(s, &c) && trust_counts(t, FOR_CREDENTIALS, c.issuing_epoch, c.issued, minimum, now)
            && trust_signed(t, LABEL("credential"), c.project, FOR_CREDENTIALS, c.issuing_epoch, c.issued, s);
    }
    if (strcmp(kind, "reader-certificate") == 0) {
        return read_certificate(s, &r) && trust_counts(t, FOR_READERS, r.issuing_epoch, r.issued, minimum, now)
            && trust_signed(t, LABEL("reader-certificate"), r.project, FOR_READERS, r.issuing_epoch, r.issued, s);
    }
    if (strcmp(kind, "reader-configuration") == 0) {
        return read_configuration(s, &told) && trust_counts(t, FOR_CONFIGURATIONS, told.issuing_epoch, told.issued, minimum, now)
            && trust_signed(t, LABEL("reader-configuration"), told.project, FOR_CONFIGURATIONS, told.issuing_epoch, told.issued, s);
    }
    return read_list(s, &l) && trust_counts(t, FOR_LISTS, l.issuing_epoch, l.issued, minimum, now)
        && trust_signed(t, LABEL("revocation-list"), l.project, FOR_LISTS, l.issuing_epoch, l.issued, s);
}

static bool verified(const char *kind, uint32_t now, uint32_t minimum, struct octets s) {
    const struct trust good = trust;
    for (int i = 0; i < changes; i++) {
        verified_as_is(kind, now, minimum, changed(s));
        trust = good;
    }
    return verified_as_is(kind, now, minimum, s);
}

/* Looks up the ends of every run that should be there, and their neighbours. */
static bool looks_up(const struct serials_index *index, uint32_t base) {
    for (int i = 0; i < runs; i++) {
        uint32_t least = i > 0 ? revoked[i - 1][1] + 1 : base, first = revoked[i][0], last = revoked[i][1];
        if (!serials_revoke(index, first) || !serials_revoke(index, last)) return false;
        if (first > least && serials_revoke(index, first - 1)) return false;
        if (last < UINT32_MAX && (i == runs - 1 || revoked[i + 1][0] > last + 1) && serials_revoke(index, last + 1)) return false;
    }
    return base == 1 || serials_revoke(index, base - 1);
}

static struct {
    uint32_t base;
    uint8_t coding;
    struct octets octets;
} set;

static void compare_serials(void) {
    static struct serials_index index;
    for (int i = 0; i < changes; i++) {
        struct octets other = changed(set.octets);
        if (!serials_good(set.base, set.coding, other)) continue;
        serials_index(&index, set.base, set.coding, other);
        serials_revoke(&index, set.base + (uint32_t)rand() % 1000);
    }
    if (!serials_good(set.base, set.coding, set.octets)) {
        did("malformed");
        return;
    }
    serials_index(&index, set.base, set.coding, set.octets);
    did(looks_up(&index, set.base) ? "read" : "read otherwise");
}

static void compare(void) {
    if (set.base > 0) compare_serials();
    set.base = 0;
    it.compared++;
    if (strcmp(it.did, it.expected) != 0) {
        it.wrong++;
        printf("%s\n  expected:\n%s  did:\n%s", it.name, it.expected, it.did);
    }
    it.did[0] = it.expected[0] = 0;
}

static void vector(const char *name) {
    snprintf(it.name, sizeof it.name, "%s", name);
    it.vectors++;
    runs = 0;
    has_before = false;
    memset(&reader, 0, sizeof reader);
    memset(taps, 0, sizeof taps);
}

static void line(char *word[6]) {
    const char *w = word[0];
    if (!strcmp(w, "tap") || !strcmp(w, "artefact") || !strcmp(w, "statement") || !strcmp(w, "serials") || !strcmp(w, "list")) vector(word[1]);
    else if (!strcmp(w, "keys")) hex(word[1], dh_private), hex(word[2], signing_private);
    else if (!strcmp(w, "content")) {
        if (config_content(&config, hex(word[1], flash[0])) != GOOD) did("the content is refused");
        reader.config = &config;
    }
    else if (!strcmp(w, "site-rule")) it.denies = strcmp(word[1], "deny") == 0;
    else if (!strcmp(w, "at")) it.now.millis = atoll(word[1]), it.now.clock = (uint32_t)(it.now.millis / 1000);
    else if (!strcmp(w, "begin")) begin(word[1], word[2], word[3]);
    else if (!strcmp(w, "enforce")) enforce(word[1]);
    else if (!strcmp(w, "install")) enforce(word[1]), did("installed");
    else if (!strcmp(w, "open")) open(word[1], word[2], word[3], word[4]);
    else if (!strcmp(w, "receive")) receive(word[1], word[2]);
    else if (!strcmp(w, "disconnected")) tap_closed(&taps[atoi(word[1])]), ended(&taps[atoi(word[1])]);
    else if (!strcmp(w, "accepted")) accepted(word[1]);
    else if (!strcmp(w, "take")) take(word[1]);
    else if (!strcmp(w, "root")) trust_pin(&trust, hex(word[1], flash[0]));
    else if (!strcmp(w, "issuing")) trust_add(&trust, hex(word[1], flash[0]));
    else if (!strcmp(w, "verify")) did(verified(word[1], (uint32_t)atoll(word[2]), (uint32_t)atoll(word[3]), hex(word[4], flash[0])) ? "verified" : "refused");
    else if (!strcmp(w, "read")) set.base = (uint32_t)atoll(word[1]), set.coding = (uint8_t)atoi(word[2]), set.octets = hex(word[3], flash[0]);
    else if (!strcmp(w, "revoked")) revoked[runs][0] = (uint32_t)atoll(word[1]), revoked[runs++][1] = (uint32_t)atoll(word[2]);
    else if (!strcmp(w, "compare")) compare();
    else did("a line that is not understood");
}

int main(int count, char *argument[]) {
    static char text[LINE];
    if (!crypto_begin()) return 2;
    if (count == 3) {
        changes = atoi(argument[1]);
        srand((unsigned)atoi(argument[2]));
    }
    while (fgets(text, sizeof text, stdin) != NULL) {
        char *word[6] = {0}, *at = text;
        text[strcspn(text, "\n")] = 0;
        if (strncmp(text, "expect ", 7) == 0) {
            say(it.expected, text + 7);
            continue;
        }
        for (int i = 0; i < 6 && at != NULL && *at; i++) {
            word[i] = at;
            at = strchr(at, ' ');
            if (at != NULL) *at++ = 0;
        }
        if (word[0] != NULL) line(word);
    }
    if (stack_depth() > 0) printf("%zu\n", stack_depth());
    else printf("%d vectors, %d events compared, %d differ\n", it.vectors, it.compared, it.wrong);
    return it.wrong > 0 || it.vectors == 0;
}
