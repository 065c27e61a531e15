package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Silence, slowness and floods. They wait for seconds, so they run beside each other. */
final class TimeCases {
    private static final long SLOW_OCTET_MILLIS = 200;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final long LATE_MILLIS = LONGEST_ANSWER.toMillis() + 250;
    private static final int BURST = 32;
    private static final int MOST_FAILURES = 200;
    private static final int GRANTS_OF_NO_BUDGET = 3;
    private static final int MOST_GRANTS = 12;
    private static final long NANOS_PER_TOKEN = 250_000_000L;

    private TimeCases() {}

    /** Returns the cases that wait, each on a connection of its own. */
    static List<Trial<ReaderBench>> waiting() {
        return List.of(
                new Trial<>("reader.time.silence", "TAP-6.1-14", "a phone that says nothing", bench -> {
                    try (ReaderTap tap = bench.connect()) {
                        closedAtDeadline(tap, "TAP-6.1-14");
                    }
                }),
                new Trial<>(
                        "reader.time.slow-octets",
                        "TAP-10-9",
                        "a message that comes octet by slow octet",
                        TimeCases::slow),
                new Trial<>(
                        "reader.time.silence-for-credential",
                        "TAP-6.1-20",
                        "a phone that was asked for its credential and says nothing",
                        TimeCases::silentForCredential),
                new Trial<>(
                        "reader.time.too-slow",
                        "TAP-7-20",
                        "a phone that answers later than the site allows",
                        bench -> late(bench, false)),
                new Trial<>(
                        "reader.time.who-is-no-excuse",
                        "TAP-6.1-34",
                        "who does not begin the answer time anew",
                        bench -> late(bench, true)),
                new Trial<>(
                        "reader.time.credential-late",
                        "TAP-6.1-35",
                        "a credential that comes later than the site allows, behind a reference that came in time",
                        TimeCases::lateCredential));
    }

    /** Returns the cases that need the reader for themselves. */
    static List<Trial<ReaderBench>> alone() {
        return List.of(new Trial<>(
                "reader.budget.flood",
                "TAP-4.3-12",
                "failed cold taps in a row, a good one among them, and fast ones",
                TimeCases::flood));
    }

    private static void closedAtDeadline(ReaderTap tap, String number) {
        Duration opener = tap.bench().timing().opener();
        Duration patience = tap.bench().timing().patience();
        tap.expectClosed(number, opener.plus(patience).minus(tap.sinceOpener()));
        Mismatch.unless(
                tap.sinceOpener().compareTo(opener.dividedBy(2)) > 0,
                "TAP-8-3",
                "a connection that stays open for " + opener.toMillis() + " ms",
                "one that was closed after " + tap.sinceOpener().toMillis() + " ms");
    }

    private static void slow(ReaderBench bench) throws IOException {
        Duration bound = bench.timing().opener().plus(bench.timing().patience());
        try (ReaderTap tap = bench.connect()) {
            Bytes frame = Bytes.concat(Bytes.of(1, 0), Bytes.copyOf(new byte[256]));
            int sent = 0;
            Seen seen = new Seen.Silence(0);
            while (seen instanceof Seen.Silence && tap.sinceOpener().compareTo(bound) < 0 && sent < frame.size()) {
                try {
                    tap.sendOctets(frame.slice(sent, sent + 1));
                } catch (IOException closed) {
                    return;
                }
                sent++;
                seen = tap.next(Duration.ofMillis(SLOW_OCTET_MILLIS));
            }
            Mismatch.unless(
                    seen instanceof Seen.Closed,
                    "TAP-10-9",
                    "a connection that is closed when no whole message has come in time",
                    seen.describe() + " after " + tap.sinceOpener().toMillis() + " ms");
        }
    }

    private static void silentForCredential(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            tap.expect("TAP-6.1-11", MessageKind.SEND_CREDENTIAL, Lengths.SEND_CREDENTIAL);
            closedAtDeadline(tap, "TAP-6.1-20");
        }
    }

    private static void lateCredential(ReaderBench bench) throws IOException {
        requireTimeToBeLate(bench);
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            try (EncryptedSession session = ColdCases.askedForCredential(tap, phone)) {
                ReaderBench.pause(LATE_MILLIS);
                tap.send(session.seal(MessageKind.CREDENTIAL, Padding.pad(holder.credential(), Lengths.CREDENTIAL)));
                tap.expectGranted("TAP-6.1-35", session);
            }
        }
    }

    private static void requireTimeToBeLate(ReaderBench bench) {
        if (bench.timing().opener().compareTo(LONGEST_ANSWER.plusMillis(500)) < 0) {
            throw new NotTried("the opener's deadline comes before the site's longest answer time");
        }
    }

    private static void late(ReaderBench bench, boolean who) throws IOException {
        requireTimeToBeLate(bench);
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            ReaderBench.pause(LATE_MILLIS);
            if (who) {
                OpenerCases.askWho(tap, phone);
            }
            tap.send(ColdCases.whole(phone, holder));
            try (EncryptedSession session = phone.session()) {
                tap.expectDenied(who ? "TAP-6.1-34" : "TAP-7-20", session, DenialReason.TOO_SLOW);
            }
        }
    }

    /**
     * Fails until the budget must be empty, and then tries good taps, each behind failed ones. A reader or a network that is too
     * slow for that is not tried.
     *
     * <p>Tokens come back on a grid that began when the bucket was last full, so one may come between a failed tap and the good one
     * behind it. A grant gives its token back, and the next failed tap takes it: so each grant needs a token of its own, and in
     * less time than lies between so many the bucket cannot have had them.
     */
    private static void flood(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        Holder holder = bench.holder();
        long begun = System.nanoTime();
        int failed = 0;
        while (failed < BURST + 1 + (System.nanoTime() - begun) / NANOS_PER_TOKEN) {
            fail(bench, holder);
            failed++;
            if (failed > MOST_FAILURES) {
                throw new NotTried("each failed tap took so long that the budget does not empty");
            }
        }
        long empty = System.nanoTime();
        int grants = 0;
        while (isGranted(bench, holder)) {
            grants++;
            long mostTokens = 1 + (System.nanoTime() - empty) / NANOS_PER_TOKEN;
            Mismatch.unless(
                    grants < GRANTS_OF_NO_BUDGET || grants <= mostTokens,
                    "TAP-6.1-7",
                    "refused, because " + failed + " cold taps have failed in a row",
                    grants + " answers, each behind failed taps, while " + mostTokens + " tokens came back");
            if (grants == MOST_GRANTS) {
                throw new NotTried("each tap took so long that a token came back meanwhile");
            }
        }
        FastCases.hitAtOnce(bench, ratchets);
        ReaderBench.pause(1500);
        bench.granted(holder);
    }

    /** Tries a good tap right behind failed ones, and returns whether it was let through to an answer. */
    private static boolean isGranted(ReaderBench bench, Holder holder) throws IOException {
        try (ReaderTap good = bench.connect();
                PhoneEnd phone = good.phone(holder)) {
            Bytes cold = ColdCases.whole(phone, holder);
            fail(bench, holder);
            fail(bench, holder);
            good.send(cold);
            Seen seen = good.next();
            boolean granted = seen instanceof Seen.Message message
                    && message.octets().startsWith(MessageKind.ANSWER.octet())
                    && message.octets().size() == Lengths.ANSWER;
            Mismatch.unless(
                    granted
                            || (seen instanceof Seen.Message refusal
                                    && refusal.octets().equals(MessageKind.REFUSED.octet())),
                    "TAP-6.1-7",
                    "refused, because cold taps have failed in a row",
                    seen.describe());
            return granted;
        }
    }

    private static void fail(ReaderBench bench, Holder holder) throws IOException {
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            Bytes cold = ColdCases.whole(phone, holder);
            tap.send(ColdCases.flip(cold, cold.size() - 1));
            tap.expectRefused("TAP-6.1-8");
        }
    }
}
