package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.List;

/** Fast taps: attempts, steps, lost answers, misses. */
final class FastCases {
    private FastCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>("reader.fast.hit", "TAP-6.1-3", "fast taps, one after the other", FastCases::hits),
                new Trial<>(
                        "reader.fast.unknown-hint",
                        "TAP-5.3-7",
                        "a hint that nobody knows, then cold",
                        FastCases::unknown),
                new Trial<>(
                        "reader.fast.miss-then-fast",
                        "TAP-5.3-8",
                        "a second fast message for one opener",
                        FastCases::second),
                new Trial<>("reader.fast.miss-then-who", "TAP-6.1-4", "who behind a miss", FastCases::missThenWho),
                new Trial<>(
                        "reader.fast.replay",
                        "TAP-5.3-7",
                        "a recorded fast message on another channel",
                        FastCases::replay),
                new Trial<>(
                        "reader.fast.altered",
                        "TAP-5.3-5",
                        "a fast message that does not open changes nothing",
                        FastCases::altered),
                new Trial<>(
                        "reader.fast.other-opener",
                        "TAP-5.1-1",
                        "a fast message made for another opener",
                        FastCases::otherOpener),
                new Trial<>(
                        "reader.fast.attempt-skipped",
                        "TAP-5.2-17",
                        "an attempt below one that was used",
                        FastCases::below),
                new Trial<>(
                        "reader.fast.answer-lost",
                        "TAP-5.2-12",
                        "answers lost: the last step stays good",
                        FastCases::lost),
                new Trial<>(
                        "reader.fast.step-before-last", "TAP-5.2-17", "a step that is over", FastCases::stepBeforeLast),
                new Trial<>(
                        "reader.fast.bad-intent",
                        "TAP-5.3-11",
                        "an intent that opens and is out of bounds",
                        FastCases::badIntent),
                new Trial<>("reader.fast.policy", "TAP-7-23", "the policy is asked on a fast tap", FastCases::policy),
                new Trial<>(
                        "reader.fast.entry-erased",
                        "TAP-5.2-15",
                        "a cold tap that is denied erases the ratchet",
                        FastCases::erased),
                new Trial<>(
                        "reader.fast.replaced",
                        "TAP-5.2-11",
                        "a cold tap that is granted replaces the ratchet",
                        FastCases::replaced),
                new Trial<>("reader.fast.uses", "TAP-4.6-8", "resumption 1 when the uses are up", FastCases::uses));
    }

    /** Taps fast, is granted, and leaves. */
    static void hit(ReaderBench bench, Ratchets ratchets, int attempt, String number) throws IOException {
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), attempt)) {
            tap.send(fast.message());
            tap.expectGranted(number, fast.session());
        }
    }

    /** Taps fast while the reader's budget is empty. */
    static void hitAtOnce(ReaderBench bench, Ratchets ratchets) throws IOException {
        try (ReaderTap tap = bench.connect();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), 0)) {
            tap.send(fast.message());
            tap.expectGranted("TAP-4.3-15", fast.session());
        }
    }

    private static void miss(ReaderBench bench, Ratchets ratchets, int attempt, String number) throws IOException {
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), attempt)) {
            tap.send(fast.message());
            tap.expect(number, MessageKind.USE_COLD, 1);
        }
    }

    private static void hits(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        for (int i = 0; i < 3; i++) {
            hit(bench, ratchets, 0, "TAP-6.1-3");
            ratchets = ratchets.stepped();
        }
    }

    private static Ratchets stranger(ReaderBench bench) {
        return new Ratchets(
                bench.material(),
                bench.transport(),
                bench.holder(),
                io.lintel.crypto.SecretBytes.takeOwnership(new byte[32]));
    }

    /** Says what lies between a miss and the cold message that follows it. */
    @FunctionalInterface
    private interface Between {
        void run(ReaderTap tap, PhoneEnd phone) throws IOException;
    }

    /** Shows a hint that nobody knows, and taps cold at the same opener. */
    private static void coldBehindMiss(ReaderBench bench, String number, Between between) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = stranger(bench).fast(tap.opener(), 0);
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(fast.message());
            tap.expect("TAP-5.3-7", MessageKind.USE_COLD, 1);
            between.run(tap, phone);
            tap.send(ColdCases.whole(phone, holder));
            tap.expectGranted(number, phone.session());
        }
    }

    private static void unknown(ReaderBench bench) throws IOException {
        coldBehindMiss(bench, "TAP-5.3-8", (tap, phone) -> {});
    }

    private static void missThenWho(ReaderBench bench) throws IOException {
        coldBehindMiss(bench, "TAP-6.1-4", OpenerCases::askWho);
    }

    private static void second(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        try (ReaderTap tap = bench.open();
                Ratchets.Fast wrong = stranger(bench).fast(tap.opener(), 0);
                Ratchets.Fast right = ratchets.fast(tap.opener(), 0)) {
            tap.send(wrong.message());
            tap.expect("TAP-5.3-7", MessageKind.USE_COLD, 1);
            tap.send(right.message());
            tap.expectRefused("TAP-5.3-8");
        }
    }

    private static void replay(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        Bytes recorded;
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), 0)) {
            recorded = fast.message();
            tap.send(recorded);
            tap.expectGranted("TAP-6.1-3", fast.session());
        }
        try (ReaderTap tap = bench.open()) {
            tap.send(recorded);
            tap.expect("TAP-5.3-7", MessageKind.USE_COLD, 1);
        }
    }

    private static void altered(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), 0)) {
            tap.send(ColdCases.flip(fast.message(), fast.message().size() - 1));
            tap.expect("TAP-5.3-7", MessageKind.USE_COLD, 1);
        }
        hit(bench, ratchets, 0, "TAP-5.3-5");
    }

    private static void otherOpener(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        try (ReaderTap first = bench.open();
                ReaderTap second = bench.open();
                Ratchets.Fast fast = ratchets.fast(first.opener(), 0)) {
            second.send(fast.message());
            second.expect("TAP-5.1-1", MessageKind.USE_COLD, 1);
        }
    }

    private static void below(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        hit(bench, ratchets, 2, "TAP-5.2-3");
        miss(bench, ratchets, 1, "TAP-5.2-17");
        miss(bench, ratchets, 2, "TAP-5.2-17");
        hit(bench, ratchets, 3, "TAP-5.2-12");
    }

    private static void lost(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        for (int attempt = 0; attempt < 4; attempt++) {
            hit(bench, ratchets, attempt, "TAP-5.2-12");
        }
        hit(bench, ratchets.stepped(), 0, "TAP-5.2-2");
    }

    private static void stepBeforeLast(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        hit(bench, ratchets, 0, "TAP-6.1-3");
        hit(bench, ratchets.stepped(), 0, "TAP-5.2-2");
        miss(bench, ratchets, 1, "TAP-5.2-17");
    }

    private static void badIntent(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        for (Bytes intent : List.of(Bytes.of(0, 0), Bytes.of(5, 0), Bytes.of(1, 4))) {
            try (ReaderTap tap = bench.open();
                    Ratchets.Fast fast = ratchets.fast(tap.opener(), 0, intent)) {
                tap.send(fast.message());
                tap.expectRefused("TAP-6.1-5");
            }
        }
        hit(bench, ratchets, 0, "TAP-5.3-11");
    }

    private static void policy(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(
                        tap.opener(), 0, Intent.of(Trigger.DISPLAY).encode())) {
            tap.send(fast.message());
            Answer answer = tap.expectDenied("TAP-7-23", fast.session(), DenialReason.TRIGGER_NOT_ALLOWED);
            Mismatch.unless(
                    answer.resumption() == Answer.Resumption.KEPT,
                    "TAP-4.6-8",
                    "resumption 0: another gesture cures this denial",
                    "resumption 1");
        }
        hit(bench, ratchets.stepped(), 0, "TAP-4.6-8");
    }

    private static void erased(ReaderBench bench) throws IOException {
        Holder holder = bench.holder(terms -> terms.flags(CredentialFlag.PERSON_VERIFICATION_REQUIRED));
        Ratchets ratchets;
        Intent verified = Intent.of(Trigger.LIST, Assurance.PERSON_VERIFIED);
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.whole(holder.credential(), verified));
            tap.expectGranted("TAP-7-17", phone.session());
            ratchets = new Ratchets(
                    bench.material(), bench.transport(), holder, phone.session().resumption());
        }
        CredentialCases.deny(bench, holder, "TAP-7-17", DenialReason.PERSON_NOT_VERIFIED, PhoneEnd.GESTURE);
        try (ReaderTap tap = bench.open();
                Ratchets.Fast fast = ratchets.fast(tap.opener(), 0, verified.encode())) {
            tap.send(fast.message());
            tap.expect("TAP-5.2-15", MessageKind.USE_COLD, 1);
        }
    }

    private static void replaced(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        Ratchets first = bench.granted(holder);
        Ratchets second = bench.granted(holder);
        miss(bench, first, 0, "TAP-5.2-11");
        hit(bench, second, 0, "TAP-5.2-11");
    }

    private static void uses(ReaderBench bench) throws IOException {
        Ratchets ratchets = bench.granted(bench.holder());
        for (int use = 1; use <= Material.COLD_AFTER_USES; use++) {
            try (ReaderTap tap = bench.open();
                    Ratchets.Fast fast = ratchets.fast(tap.opener(), 0)) {
                tap.send(fast.message());
                Answer answer = tap.expectGranted("TAP-6.1-3", fast.session());
                boolean last = use == Material.COLD_AFTER_USES;
                Mismatch.unless(
                        (answer.resumption() == Answer.Resumption.DROPPED) == last,
                        "TAP-4.6-8",
                        "resumption " + (last ? 1 : 0) + " on use " + use + " of " + Material.COLD_AFTER_USES,
                        "the other");
            }
            ratchets = ratchets.stepped();
        }
        miss(bench, ratchets, 0, "TAP-5.2-15");
    }
}
