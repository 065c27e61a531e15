package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.ColdPayload;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.io.IOException;
import java.util.List;

/** How a phone taps cold, and what it makes of answers. */
final class PhoneColdCases {
    private static final int DIRECTORY = 1;

    private PhoneColdCases() {}

    static List<Trial<PhoneBench>> all() {
        return List.of(
                new Trial<>(
                        "phone.cold.whole",
                        "TAP-4.4-7",
                        "a reader that has never seen the phone",
                        PhoneColdCases::whole),
                new Trial<>(
                        "phone.cold.reference", "TAP-4.4-6", "a reader with a directory", PhoneColdCases::reference),
                new Trial<>(
                        "phone.cold.ephemeral",
                        "TAP-4.3-10",
                        "two taps, two ephemeral keys",
                        PhoneColdCases::ephemeral),
                new Trial<>(
                        "phone.cold.asked",
                        "TAP-6.2-20",
                        "a reader that asks for the credential",
                        bench -> asked(bench, Asking.RIGHTLY)),
                new Trial<>(
                        "phone.cold.asked-twice",
                        "TAP-6.2-21",
                        "a reader that asks twice",
                        bench -> asked(bench, Asking.TWICE)),
                new Trial<>(
                        "phone.cold.asked-forged",
                        "TAP-6.2-22",
                        "a request that does not open",
                        bench -> asked(bench, Asking.FORGED)),
                behindCold(
                        "phone.cold.asked-for-whole",
                        "TAP-6.2-21",
                        "a request behind a whole credential",
                        session -> session.seal(MessageKind.SEND_CREDENTIAL, Bytes.EMPTY)),
                behindCold("phone.answer.altered", "TAP-6.2-17", "an answer that does not open", session -> {
                    byte[] sealed = session.sealAnswer(new Answer(java.util.Optional.empty(), Answer.Resumption.KEPT))
                            .toByteArray();
                    sealed[sealed.length - 1] ^= 1;
                    return Bytes.copyOf(sealed);
                }),
                behindCold(
                        "phone.answer.length",
                        "TAP-6.2-25",
                        "an answer of another length",
                        session -> Bytes.concat(
                                session.sealAnswer(new Answer(java.util.Optional.empty(), Answer.Resumption.KEPT)),
                                Bytes.of(0))),
                behindCold("phone.refused", "TAP-6.2-23", "refused", session -> MessageKind.REFUSED.octet()),
                behindCold(
                        "phone.use-cold.after-cold",
                        "TAP-6.2-19",
                        "use-cold behind a cold message",
                        session -> MessageKind.USE_COLD.octet()),
                behindCold(
                        "phone.traffic-before-answer",
                        "TAP-6.2-24",
                        "traffic before the answer",
                        session -> session.seal(MessageKind.TRAFFIC, Bytes.of(200))),
                behindCold(
                        "phone.kind-unknown", "TAP-6.2-25", "a kind that is not of the tap", session -> Bytes.of(0x0c)),
                new Trial<>("phone.denied", "TAP-4.6-3", "a denial leaves no ratchet", PhoneColdCases::denied));
    }

    private static void whole(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch());
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            Bytes held = bench.material().phone().credential();
            String seen = "the payload " + cold.payload().encode().toHex();
            if (!(cold.payload() instanceof ColdPayload.Whole whole)) {
                throw new Mismatch("TAP-4.4-7", "the whole credential", seen);
            }
            Mismatch.unless(whole.credential().equals(held), "TAP-4.4-4", "the credential exactly as issued", seen);
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }

    private static void reference(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch(), DIRECTORY);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            requireReference(bench, cold);
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }

    static void requireReference(PhoneBench bench, ReaderEnd.Cold cold) {
        Bytes reference = bench.material()
                .suite()
                .sha256(bench.material().phone().credential())
                .slice(0, Lengths.REFERENCE);
        Mismatch.unless(
                cold.payload() instanceof ColdPayload.Reference sent
                        && sent.reference().equals(reference),
                "TAP-4.4-6",
                "the reference " + reference.toHex(),
                "the payload " + cold.payload().encode().toHex());
    }

    private static void ephemeral(PhoneBench bench) throws IOException {
        Bytes first = ephemeralOfTap(bench);
        Mismatch.unless(
                !ephemeralOfTap(bench).equals(first),
                "TAP-4.3-10",
                "an ephemeral key that is fresh for every cold message",
                first.toHex() + " twice");
    }

    private static Bytes ephemeralOfTap(PhoneBench bench) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch());
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            return cold.ephemeral();
        }
    }

    private enum Asking {
        RIGHTLY,
        TWICE,
        FORGED
    }

    private static void asked(PhoneBench bench, Asking how) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch(), DIRECTORY);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            requireReference(bench, cold);
            EncryptedSession session = cold.session();
            Bytes request = session.seal(MessageKind.SEND_CREDENTIAL, Bytes.EMPTY);
            if (how == Asking.FORGED) {
                visit.send(Bytes.concat(MessageKind.SEND_CREDENTIAL.octet(), Bytes.copyOf(new byte[Lengths.TAG])));
                visit.expectClosed("TAP-6.2-22");
                return;
            }
            visit.send(request);
            Bytes sent = visit.expect("TAP-6.2-20", MessageKind.CREDENTIAL, Lengths.CREDENTIAL_MESSAGE);
            requireCredential(bench, session, sent);
            if (how == Asking.TWICE) {
                visit.send(session.seal(MessageKind.SEND_CREDENTIAL, Bytes.EMPTY));
                visit.expectClosed("TAP-6.2-21");
            } else {
                visit.grant(session, Answer.Resumption.KEPT);
            }
        }
    }

    private static void requireCredential(PhoneBench bench, EncryptedSession session, Bytes sent) {
        try {
            Bytes padded = session.open(MessageKind.CREDENTIAL, sent);
            Mismatch.unless(
                    Padding.unpad(padded).equals(bench.material().phone().credential()),
                    "TAP-4.5-3",
                    "the credential that the reference named",
                    padded.toHex());
        } catch (io.lintel.crypto.CryptoException doesNotOpen) {
            throw new Mismatch("TAP-5.4-1", "a credential that opens under the to-reader key, counter 0", sent.toHex());
        } catch (io.lintel.protocol.wire.MalformedException padding) {
            throw new Mismatch("TAP-3-6", "a credential padded with zeros to 160", sent.toHex());
        }
    }

    /** Says what the reader sends where the answer is awaited. */
    @FunctionalInterface
    private interface Behind {
        Bytes message(EncryptedSession session);
    }

    private static Trial<PhoneBench> behindCold(String id, String number, String title, Behind behind) {
        return new Trial<>(id, number, title, bench -> {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = bench.reader(bench.stateEpoch());
                    ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
                visit.send(behind.message(cold.session()));
                visit.expectClosed(number);
            }
        });
    }

    private static void denied(PhoneBench bench) throws IOException {
        Bytes stateEpoch = bench.stateEpoch();
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stateEpoch);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            visit.deny(cold.session(), DenialReason.EXPIRED, Answer.Resumption.DROPPED);
        }
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(stateEpoch);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-4.6-3")) {
            visit.grant(cold.session(), Answer.Resumption.KEPT);
        }
    }
}
