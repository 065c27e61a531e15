package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.SmallOrder;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.util.List;

/** What a phone keeps of a first visit and of an opener, and openers that no secret can be agreed upon with. */
final class PhoneVisitCases {
    private PhoneVisitCases() {}

    static List<Trial<PhoneBench>> all() {
        return List.of(
                new Trial<>(
                        "phone.who.opener-altered",
                        "TAP-4.1-24",
                        "a certificate that is right, behind an opener that does not open with it",
                        PhoneVisitCases::altered),
                new Trial<>(
                        "phone.who.kept",
                        "TAP-4.1-26",
                        "a reader that said who it is, for the second time",
                        PhoneVisitCases::kept),
                new Trial<>(
                        "phone.who.answers-nothing",
                        "TAP-4.1-27",
                        "an opener that was answered with who alone, for the second time",
                        PhoneVisitCases::whoAnswersNothing),
                new Trial<>(
                        "phone.opener.replayed-unanswered",
                        "TAP-4.3-2",
                        "an opener for the second time whose tap was not answered",
                        PhoneVisitCases::replayedUnanswered),
                new Trial<>(
                        "phone.cold.small-order",
                        "TAP-4.3-17",
                        "a reader's ephemeral key of small order",
                        PhoneVisitCases::smallOrder),
                new Trial<>(
                        "phone.use-cold.small-order",
                        "TAP-6.2-43",
                        "a reader's ephemeral key of small order, and use-cold behind a fast message",
                        PhoneVisitCases::smallOrderBehindFast));
    }

    private static void altered(PhoneBench bench) throws IOException {
        DhKeyPair stranger = bench.material().suite().generateDhKeyPair();
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stranger, bench.stateEpoch(), 0)) {
            Bytes opener = reader.opener();
            int last = opener.size() - 1;
            visit.send(PhoneOpenerCases.with(opener, last, opener.unsigned(last) ^ 1));
            visit.expect("TAP-4.1-21", MessageKind.WHO, Lengths.WHO);
            visit.send(reader.certificate(PhoneOpenerCases.certified(bench, stranger)));
            visit.expectClosed("TAP-4.1-24");
        }
    }

    private static void kept(PhoneBench bench) throws IOException {
        DhKeyPair stranger = bench.material().suite().generateDhKeyPair();
        PhoneOpenerCases.introduce(bench, stranger);
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stranger, bench.stateEpoch(), 0)) {
            visit.send(reader.opener());
            Seen seen = visit.next();
            if (!(seen instanceof Seen.Message message)) {
                throw new Mismatch("TAP-6.2-5", "a cold message", seen.describe());
            }
            try (ReaderEnd.Cold cold = visit.readCold(reader, message.octets(), "TAP-4.1-26")) {
                visit.grant(cold.session(), Answer.Resumption.KEPT);
            }
        }
    }

    private static void whoAnswersNothing(PhoneBench bench) throws IOException {
        DhKeyPair stranger = bench.material().suite().generateDhKeyPair();
        try (ReaderEnd reader = bench.reader(stranger, bench.stateEpoch(), 0)) {
            try (PhoneVisit visit = bench.visit()) {
                visit.send(reader.opener());
                visit.expect("TAP-4.1-21", MessageKind.WHO, Lengths.WHO);
            }
            try (PhoneVisit visit = bench.visit()) {
                visit.send(reader.opener());
                visit.expect("TAP-4.1-27", MessageKind.WHO, Lengths.WHO);
            }
        }
    }

    private static void replayedUnanswered(PhoneBench bench) throws IOException {
        try (ReaderEnd reader = bench.reader(bench.stateEpoch())) {
            try (PhoneVisit visit = bench.visit()) {
                visit.cold(reader, "TAP-6.2-5").close();
            }
            try (PhoneVisit visit = bench.visit()) {
                visit.send(reader.opener());
                visit.expectClosed("TAP-4.3-2");
            }
        }
    }

    /** Begins a tap as the trial's reader, with an ephemeral key of small order. */
    private static ReaderEnd ofSmallOrder(PhoneBench bench, Bytes stateEpoch, Bytes point) {
        DhKeyPair ephemeral = new DhKeyPair(
                bench.material().suite().generateDhKeyPair().privateKey(),
                bench.material().suite().dhPublicKey(point));
        return bench.readerWith(ephemeral, stateEpoch);
    }

    private static void onlyInSuite1(PhoneBench bench) {
        if (bench.material().suite().id() != Suite.X25519) {
            throw new NotTried("suite 2 has no points of small order");
        }
    }

    private static void smallOrder(PhoneBench bench) throws IOException {
        onlyInSuite1(bench);
        for (Bytes point : SmallOrder.POINTS) {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = ofSmallOrder(bench, bench.stateEpoch(), point)) {
                visit.expectNoAnswerTo(reader, "TAP-4.3-17");
            }
        }
    }

    private static void smallOrderBehindFast(PhoneBench bench) throws IOException {
        onlyInSuite1(bench);
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        ReaderEnd reader = ofSmallOrder(bench, epoch, SmallOrder.POINTS.get(0));
        PhoneFastCases.unanswered(bench, reader, ratchet, visit -> {
            visit.send(MessageKind.USE_COLD.octet());
            visit.expectClosed("TAP-6.2-43");
        });
    }
}
