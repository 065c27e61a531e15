package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Ratchet;
import java.io.IOException;
import java.util.List;

/** How a phone taps fast: attempts, steps, lost answers. */
final class PhoneFastCases {
    private PhoneFastCases() {}

    static List<Trial<PhoneBench>> all() {
        return List.of(
                new Trial<>("phone.fast.steps", "TAP-6.2-4", "fast taps, one after the other", PhoneFastCases::steps),
                new Trial<>(
                        "phone.fast.denied",
                        "TAP-5.2-2",
                        "a denial that keeps the ratchet steps it",
                        PhoneFastCases::denied),
                new Trial<>("phone.fast.dropped", "TAP-4.6-3", "resumption 1, and then cold", PhoneFastCases::dropped),
                new Trial<>(
                        "phone.fast.answer-lost",
                        "TAP-5.2-4",
                        "answers lost: no attempt is used twice",
                        PhoneFastCases::lost),
                new Trial<>(
                        "phone.fast.state-epoch", "TAP-5.2-5", "a reader that began anew", PhoneFastCases::otherEpoch),
                new Trial<>(
                        "phone.fast.use-cold",
                        "TAP-5.3-10",
                        "use-cold, and cold for the same opener",
                        bench -> useCold(bench, false)),
                new Trial<>("phone.fast.use-cold-twice", "TAP-6.2-19", "use-cold again", bench -> useCold(bench, true)),
                new Trial<>("phone.fast.refused", "TAP-5.2-9", "refused changes no ratchet", PhoneFastCases::refused));
    }

    /** Lets the phone tap fast and answers. */
    private static void fast(
            PhoneBench bench, Bytes stateEpoch, SecretBytes ratchet, int attempt, Answer answer, String number)
            throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stateEpoch)) {
            Bytes message = visit.answerTo(reader, number);
            try (EncryptedSession session = bench.fast(message, reader, ratchet, attempt, number)) {
                if (answer.denial().isPresent()) {
                    visit.deny(session, answer.denial().get(), answer.resumption());
                } else {
                    visit.grant(session, answer.resumption());
                }
            }
        }
    }

    private static Answer granted(Answer.Resumption resumption) {
        return new Answer(java.util.Optional.empty(), resumption);
    }

    private static SecretBytes next(PhoneBench bench, SecretBytes ratchet) {
        return Ratchet.step(bench.material().suite(), ratchet);
    }

    private static void steps(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        for (int i = 0; i < 3; i++) {
            fast(bench, epoch, ratchet, 0, granted(Answer.Resumption.KEPT), i == 0 ? "TAP-6.2-4" : "TAP-5.2-2");
            ratchet = next(bench, ratchet);
        }
    }

    private static void denied(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        Answer answer = new Answer(java.util.Optional.of(DenialReason.TRIGGER_NOT_ALLOWED), Answer.Resumption.KEPT);
        fast(bench, epoch, ratchet, 0, answer, "TAP-6.2-4");
        fast(bench, epoch, next(bench, ratchet), 0, granted(Answer.Resumption.KEPT), "TAP-5.2-2");
    }

    private static void dropped(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        fast(bench, epoch, ratchet, 0, granted(Answer.Resumption.DROPPED), "TAP-6.2-4");
        cold(bench, epoch, "TAP-4.6-3");
    }

    private static void cold(PhoneBench bench, Bytes stateEpoch, String number) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stateEpoch);
                ReaderEnd.Cold cold = visit.cold(reader, number)) {
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }

    private static void lost(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
            unanswered(bench, epoch, ratchet, attempt, "TAP-5.2-4");
        }
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-5.2-5")) {
            PhoneColdCases.requireReference(bench, cold);
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }

    private static void unanswered(PhoneBench bench, Bytes epoch, SecretBytes ratchet, int attempt, String number)
            throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch)) {
            bench.fast(visit.answerTo(reader, number), reader, ratchet, attempt, number)
                    .close();
        }
    }

    private static void otherEpoch(PhoneBench bench) throws IOException {
        bench.granted(bench.stateEpoch()).close();
        cold(bench, bench.stateEpoch(), "TAP-5.2-5");
    }

    /** Says what a reader does in place of an answer. */
    @FunctionalInterface
    interface InPlaceOfAnswer {
        void run(PhoneVisit visit) throws IOException;
    }

    /** Lets the phone tap fast at a reader, by the first attempt of a ratchet, and does not answer. */
    static void unanswered(PhoneBench bench, ReaderEnd reader, SecretBytes ratchet, InPlaceOfAnswer then)
            throws IOException {
        try (reader;
                PhoneVisit visit = bench.visit()) {
            bench.fast(visit.answerTo(reader, "TAP-6.2-4"), reader, ratchet, 0, "TAP-6.2-4")
                    .close();
            then.run(visit);
        }
    }

    private static void useCold(PhoneBench bench, boolean twice) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        ReaderEnd reader = bench.reader(epoch);
        unanswered(bench, reader, ratchet, visit -> {
            visit.send(MessageKind.USE_COLD.octet());
            var seen = visit.next();
            if (!(seen instanceof Seen.Message message)) {
                throw new Mismatch("TAP-6.2-18", "a cold message behind use-cold", seen.describe());
            }
            try (ReaderEnd.Cold cold = visit.readCold(reader, message.octets(), "TAP-5.3-10")) {
                if (twice) {
                    visit.send(MessageKind.USE_COLD.octet());
                    visit.expectClosed("TAP-6.2-19");
                } else {
                    visit.grant(cold.session(), Answer.Resumption.KEPT);
                }
            }
        });
    }

    private static void refused(PhoneBench bench) throws IOException {
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        unanswered(bench, bench.reader(epoch), ratchet, visit -> {
            visit.send(MessageKind.REFUSED.octet());
            visit.expectClosed("TAP-6.2-23");
        });
        fast(bench, epoch, ratchet, 1, granted(Answer.Resumption.KEPT), "TAP-5.2-9");
    }
}
