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

/** Silence and slowness. They wait for seconds, so they run beside each other. */
final class TimeCases {
    private static final long SLOW_OCTET_MILLIS = 200;
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);
    private static final long LATE_MILLIS = LONGEST_ANSWER.toMillis() + 250;
    private static final Bytes OF_LATER_TYPE = Bytes.of(200);
    private static final int WORDS_PER_SESSION = 10;

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
                        TimeCases::lateCredential),
                new Trial<>(
                        "reader.time.session",
                        "TAP-6.1-28",
                        "a phone that talks on and on behind the answer",
                        TimeCases::session));
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
                    bench.framing("TAP-10-9", "BLE-5-3"),
                    "a connection that is closed when no whole message has come in time",
                    seen.describe() + " after " + tap.sinceOpener().toMillis() + " ms");
        }
    }

    /** Says what the reader does not know, now and then: silence would end the channel before the session does (section 10). */
    private static void session(ReaderBench bench) throws IOException {
        Duration lifetime = bench.timing().session();
        SessionCases.granted(bench, (tap, session) -> {
            Duration answered = tap.sinceOpener();
            Duration bound = lifetime.plus(bench.timing().patience());
            Seen seen = talkOn(tap, session, answered.plus(bound));
            Duration lasted = tap.sinceOpener().minus(answered);
            Mismatch.unless(
                    seen instanceof Seen.Closed,
                    "TAP-6.1-28",
                    "a connection that is closed within " + bound.toMillis() + " ms of the answer",
                    seen.describe() + " after " + lasted.toMillis() + " ms");
            Mismatch.unless(
                    lasted.compareTo(lifetime.dividedBy(2)) > 0,
                    "TAP-8-4",
                    "a session of " + lifetime.toMillis() + " ms",
                    "one that ended after " + lasted.toMillis() + " ms");
        });
    }

    /** Talks until the reader does something, or so long after the opener; returns what it did at last. */
    private static Seen talkOn(ReaderTap tap, EncryptedSession session, Duration bound) {
        Duration breath = tap.bench().timing().session().dividedBy(WORDS_PER_SESSION);
        Seen seen = new Seen.Silence(0);
        while (seen instanceof Seen.Silence && tap.sinceOpener().compareTo(bound) < 0) {
            try {
                tap.send(session.seal(MessageKind.TRAFFIC, OF_LATER_TYPE));
            } catch (IOException closed) {
                return new Seen.Closed();
            }
            seen = tap.next(breath);
        }
        return seen;
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
            try (EncryptedSession session = AskedCases.askedForCredential(tap, phone)) {
                ReaderBench.pause(LATE_MILLIS);
                requireTimeLeft(tap);
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

    /** The kit's machine may have been busy for so long that the reader has closed, as it must. */
    private static void requireTimeLeft(ReaderTap tap) {
        if (tap.sinceOpener().compareTo(tap.bench().timing().opener()) >= 0) {
            throw new NotTried("the opener's time had passed before the kit could send: "
                    + tap.sinceOpener().toMillis() + " ms");
        }
    }

    private static void late(ReaderBench bench, boolean who) throws IOException {
        requireTimeToBeLate(bench);
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.connect();
                PhoneEnd phone = tap.phone(holder)) {
            ReaderBench.pause(LATE_MILLIS);
            requireTimeLeft(tap);
            if (who) {
                OpenerCases.askWho(tap, phone);
            }
            Bytes cold = ColdCases.whole(phone, holder);
            requireTimeLeft(tap);
            tap.send(cold);
            try (EncryptedSession session = phone.session()) {
                tap.expectDenied(who ? "TAP-6.1-34" : "TAP-7-20", session, DenialReason.TOO_SLOW);
            }
        }
    }
}
