package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Padding;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a phone says to a reader that has asked for its credential. */
final class AskedCases {
    private static final int LENGTH_ABOVE = Lengths.CREDENTIAL + 1;

    private AskedCases() {}

    static List<Trial<ReaderBench>> all() {
        return List.of(
                new Trial<>(
                        "reader.cold.reference-unknown",
                        "TAP-6.1-11",
                        "a reference that the reader lacks, and then the credential",
                        AskedCases::unknownReference),
                new Trial<>(
                        "reader.cold.credential-unlike-reference",
                        "TAP-4.5-4",
                        "another credential than the reference named",
                        AskedCases::otherThanReferenced),
                new Trial<>(
                        "reader.cold.credential-message-altered",
                        "TAP-6.1-17",
                        "a credential message that does not open",
                        AskedCases::alteredCredential),
                new Trial<>(
                        "reader.cold.other-kind-for-credential",
                        "TAP-6.1-18",
                        "another message where the credential is awaited",
                        AskedCases::otherKindForCredential),
                new Trial<>(
                        "reader.cold.credential-message-length",
                        "TAP-6.1-19",
                        "a genuine credential message with an octet more, and with one less",
                        AskedCases::lengths),
                new Trial<>(
                        "reader.cold.credential-message-padding",
                        "TAP-3-7",
                        "a credential of length 0, of length 161, and with padding that is not zero",
                        AskedCases::paddings));
    }

    private static void unknownReference(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            try (var session = askedForCredential(tap, phone)) {
                tap.send(session.seal(MessageKind.CREDENTIAL, Padding.pad(holder.credential(), Lengths.CREDENTIAL)));
                tap.expectGranted("TAP-6.1-16", session);
            }
        }
    }

    /** Expects the reader to ask for the credential, and returns the tap's session. */
    static EncryptedSession askedForCredential(ReaderTap tap, PhoneEnd phone) {
        var session = phone.session();
        Bytes asked = tap.expect("TAP-6.1-11", MessageKind.SEND_CREDENTIAL, Lengths.SEND_CREDENTIAL);
        try {
            session.open(MessageKind.SEND_CREDENTIAL, asked);
        } catch (io.lintel.crypto.CryptoException doesNotOpen) {
            throw new Mismatch(
                    "TAP-4.5-2", "send-credential that opens under the to-phone key, counter 0", asked.toHex());
        }
        return session;
    }

    private static void otherThanReferenced(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        Bytes other =
                bench.material().sign(bench.terms(), holder.key().publicKey().encoded());
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            try (var session = askedForCredential(tap, phone)) {
                tap.send(session.seal(MessageKind.CREDENTIAL, Padding.pad(other, Lengths.CREDENTIAL)));
                tap.expectRefused("TAP-4.5-4");
            }
        }
    }

    private static void alteredCredential(ReaderBench bench) throws IOException {
        refused(bench, "TAP-6.1-17", UnaryOperator.identity(), message -> ColdCases.flip(message, message.size() - 1));
    }

    private static void otherKindForCredential(ReaderBench bench) throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            askedForCredential(tap, phone).close();
            tap.send(MessageKind.WHO.octet());
            tap.expectRefused("TAP-6.1-18");
        }
    }

    private static void lengths(ReaderBench bench) throws IOException {
        for (UnaryOperator<Bytes> spoiler : MalformedCases.wrongLengths()) {
            refused(bench, "TAP-6.1-19", UnaryOperator.identity(), spoiler);
        }
    }

    private static void paddings(ReaderBench bench) throws IOException {
        refused(
                bench,
                "TAP-3-7",
                padded -> Bytes.concat(Bytes.of(0), padded.slice(1, padded.size())),
                UnaryOperator.identity());
        refused(
                bench,
                "TAP-3-7",
                padded -> Bytes.concat(Bytes.of(LENGTH_ABOVE), padded.slice(1, padded.size())),
                UnaryOperator.identity());
        refused(bench, "TAP-3-7", padded -> ColdCases.flip(padded, Lengths.CREDENTIAL), UnaryOperator.identity());
    }

    /** Is asked, and answers with the right credential but for what is done to it before it is sealed, and to the message. */
    private static void refused(
            ReaderBench bench, String number, UnaryOperator<Bytes> content, UnaryOperator<Bytes> message)
            throws IOException {
        Holder holder = bench.holder();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.reference(holder.credential(), PhoneEnd.GESTURE));
            try (EncryptedSession session = askedForCredential(tap, phone)) {
                Bytes padded = content.apply(Padding.pad(holder.credential(), Lengths.CREDENTIAL));
                tap.send(message.apply(session.seal(MessageKind.CREDENTIAL, padded)));
                tap.expectRefused(number);
            }
        }
    }
}
