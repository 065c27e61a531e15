package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

/** Openers that a phone must not answer, readers that it does not know, and readers that say nothing. */
final class PhoneOpenerCases {
    private PhoneOpenerCases() {}

    static List<Trial<PhoneBench>> all() {
        return List.of(
                spoilt(
                        "phone.opener.kind",
                        "TAP-6.2-7",
                        "a certificate in place of the opener",
                        opener -> Bytes.concat(Bytes.of(3), Bytes.copyOf(new byte[Lengths.CERTIFICATE_MESSAGE - 1]))),
                spoilt("phone.opener.kind-unknown", "TAP-6.2-8", "kind ff", opener -> with(opener, 0, 0xff)),
                spoilt("phone.opener.truncated", "TAP-4.1-13", "an opener of 28 octets", opener -> opener.slice(0, 28)),
                spoilt(
                        "phone.opener.short",
                        "TAP-4.1-17",
                        "an opener that lacks an octet",
                        opener -> opener.slice(0, opener.size() - 1)),
                spoilt(
                        "phone.opener.long",
                        "TAP-4.1-17",
                        "an opener with an octet more",
                        opener -> Bytes.concat(opener, Bytes.of(0))),
                spoilt("phone.opener.version", "TAP-4.1-15", "version 2", opener -> with(opener, 1, 2)),
                spoilt(
                        "phone.opener.suite",
                        "TAP-4.1-15",
                        "another suite",
                        opener -> with(opener, 2, 3 - opener.unsigned(2))),
                spoilt(
                        "phone.opener.key-epoch-zero",
                        "TAP-4.1-13",
                        "key epoch 0",
                        opener -> with(with(opener, 3, 0), 4, 0)),
                spoilt(
                        "phone.opener.key-epoch-unknown",
                        "TAP-4.1-16",
                        "a key epoch that the phone has no key of",
                        opener -> with(opener, 3, 0x7f)),
                spoilt(
                        "phone.opener.project",
                        "TAP-4.1-14",
                        "another project",
                        opener -> with(opener, 6, opener.unsigned(6) ^ 1)),
                new Trial<>(
                        "phone.opener.flag-reserved",
                        "TAP-4.2-5",
                        "a reserved flag of the payload",
                        PhoneOpenerCases::flag),
                new Trial<>(
                        "phone.opener.replayed",
                        "TAP-4.3-1",
                        "an opener for the second time",
                        PhoneOpenerCases::replayed),
                new Trial<>("phone.opener.oversize", "TAP-10-5", "a frame above 512 octets", bench -> {
                    try (PhoneVisit visit = bench.visit()) {
                        visit.sendOctets(Bytes.of(2, 1));
                        visit.expectClosed(
                                bench.transport() == Transport.BLE_L2CAP ? "BLE-5-2" : "TAP-10-5",
                                visit.beforeDeadline());
                    }
                }),
                unknown(
                        "phone.who.refused",
                        "TAP-6.2-12",
                        "a reader that does not say who it is",
                        (bench, reader, stranger) -> MessageKind.REFUSED.octet()),
                unknown(
                        "phone.who.unexpected",
                        "TAP-6.2-13",
                        "use-cold in place of the certificate",
                        (bench, reader, stranger) -> MessageKind.USE_COLD.octet()),
                unknown(
                        "phone.who.other-reader",
                        "TAP-4.1-23",
                        "the certificate of another reader",
                        (bench, reader, stranger) -> reader.certificate()),
                unknown(
                        "phone.who.forged",
                        "TAP-4.1-25",
                        "a certificate that nobody signed",
                        (bench, reader, stranger) -> reader.certificate(
                                Padding.pad(forged(bench.material(), stranger), Lengths.CERTIFICATE))),
                new Trial<>(
                        "phone.who.genuine",
                        "TAP-6.2-10",
                        "a reader of the site that the phone has never met",
                        PhoneOpenerCases::genuine),
                unknown(
                        "phone.who.padding",
                        "TAP-3-7",
                        "a certificate that is right, with padding that is not zero",
                        (bench, reader, stranger) -> {
                            Bytes padded = certified(bench, stranger);
                            return reader.certificate(with(padded, padded.size() - 1, 1));
                        }),
                unknown(
                        "phone.who.altered",
                        "TAP-6.2-11",
                        "a certificate that is right, in a message that does not open",
                        (bench, reader, stranger) -> {
                            Bytes message = reader.certificate(certified(bench, stranger));
                            return with(message, message.size() - 1, message.unsigned(message.size() - 1) ^ 1);
                        }),
                new Trial<>("phone.time.no-opener", "TAP-6.2-9", "a reader that says nothing", bench -> {
                    try (PhoneVisit visit = bench.visit()) {
                        visit.expectClosed("TAP-6.2-9", bound(bench));
                    }
                }),
                new Trial<>("phone.time.no-answer", "TAP-6.2-26", "a reader that does not answer", bench -> {
                    try (PhoneVisit visit = bench.visit();
                            ReaderEnd reader = bench.reader(bench.stateEpoch())) {
                        visit.cold(reader, "TAP-6.2-5").close();
                        visit.expectClosed("TAP-6.2-26", bound(bench));
                    }
                }));
    }

    private static Duration bound(PhoneBench bench) {
        return bench.timing().answer().plus(bench.timing().patience());
    }

    /** Changes one octet. */
    static Bytes with(Bytes octets, int index, int value) {
        byte[] copy = octets.toByteArray();
        copy[index] = (byte) value;
        return Bytes.copyOf(copy);
    }

    /** The padded certificate of a reader that the site vouches for, so that nothing but what a case spoils is wrong. */
    static Bytes certified(PhoneBench bench, DhKeyPair stranger) {
        return Padding.pad(bench.material().certify(stranger.publicKey().encoded()), Lengths.CERTIFICATE);
    }

    /** Shows that a phone goes on with such a reader where nothing is spoilt. */
    private static void genuine(PhoneBench bench) throws IOException {
        introduce(bench, bench.material().suite().generateDhKeyPair());
    }

    /** Lets the phone meet a reader of the site whom it does not know, and grants. */
    static void introduce(PhoneBench bench, DhKeyPair stranger) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stranger, bench.stateEpoch(), 0)) {
            visit.send(reader.opener());
            visit.expect("TAP-4.1-21", MessageKind.WHO, Lengths.WHO);
            visit.send(reader.certificate(certified(bench, stranger)));
            Seen seen = visit.next();
            if (!(seen instanceof Seen.Message message)) {
                throw new Mismatch("TAP-6.2-10", "a cold message behind the certificate", seen.describe());
            }
            try (ReaderEnd.Cold cold = visit.readCold(reader, message.octets(), "TAP-6.2-10")) {
                visit.grant(cold.session(), io.lintel.protocol.wire.Answer.Resumption.KEPT);
            }
        }
    }

    /** A certificate that is right in all but its signature: no key of the site made it. */
    private static Bytes forged(Material material, DhKeyPair stranger) {
        ReaderCertificate genuine = material.reader();
        SigningKeyPair anybody = material.suite().generateSigningKeyPair();
        return new StatementSigner(material.suite())
                .sign(
                        anybody.privateKey(),
                        new ReaderCertificate(
                                genuine.project(),
                                genuine.issuingEpoch(),
                                genuine.readerNumber() + 1,
                                stranger.publicKey().encoded(),
                                anybody.publicKey().encoded(),
                                genuine.groups(),
                                genuine.technology(),
                                genuine.issued(),
                                genuine.expires()))
                .bytes();
    }

    private static Trial<PhoneBench> spoilt(String id, String number, String title, UnaryOperator<Bytes> spoiler) {
        return new Trial<>(id, number, title, bench -> {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = bench.reader(bench.stateEpoch())) {
                visit.send(spoiler.apply(reader.opener()));
                visit.expectClosed(number);
            }
        });
    }

    private static void flag(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch(), 4)) {
            visit.expectNoAnswerTo(reader, "TAP-4.2-5");
        }
    }

    private static void replayed(PhoneBench bench) throws IOException {
        try (ReaderEnd reader = bench.reader(bench.stateEpoch())) {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
                visit.grant(cold.session(), io.lintel.protocol.wire.Answer.Resumption.KEPT);
            }
            try (PhoneVisit visit = bench.visit()) {
                visit.send(reader.opener());
                visit.expectClosed("TAP-4.3-1");
            }
        }
    }

    /** Says what a reader that the phone does not know answers to {@code who}. */
    @FunctionalInterface
    private interface Answering {
        Bytes message(PhoneBench bench, ReaderEnd reader, DhKeyPair stranger);
    }

    private static Trial<PhoneBench> unknown(String id, String number, String title, Answering answering) {
        return new Trial<>(id, number, title, bench -> {
            DhKeyPair stranger = bench.material().suite().generateDhKeyPair();
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = bench.reader(stranger, bench.stateEpoch(), 0)) {
                visit.send(reader.opener());
                visit.expect("TAP-4.1-21", MessageKind.WHO, Lengths.WHO);
                visit.send(answering.message(bench, reader, stranger));
                visit.expectClosed(number);
            }
        });
    }
}
