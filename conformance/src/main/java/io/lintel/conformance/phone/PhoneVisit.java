package io.lintel.conformance.phone;

import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One connection of the phone that is tried. */
final class PhoneVisit implements AutoCloseable {
    private final PhoneBench bench;
    private final FramedSocket socket;

    PhoneVisit(PhoneBench bench, FramedSocket socket) {
        this.bench = bench;
        this.socket = socket;
    }

    void send(Bytes message) throws IOException {
        socket.send(message);
    }

    void sendOctets(Bytes octets) throws IOException {
        socket.sendOctets(octets);
    }

    Seen next() {
        return socket.next(bench.timing().patience());
    }

    Seen next(Duration within) {
        return socket.next(within);
    }

    /** Sends the opener, tells the phone who the reader is if it asks, and returns what it does then. */
    Seen seenBehind(ReaderEnd reader) throws IOException {
        send(reader.opener());
        Seen seen = next();
        if (seen instanceof Seen.Message message && message.octets().equals(MessageKind.WHO.octet())) {
            send(reader.certificate());
            seen = next();
        }
        return seen;
    }

    /** Sends the opener and returns what the phone answers to it. */
    Bytes answerTo(ReaderEnd reader, String number) throws IOException {
        Seen seen = seenBehind(reader);
        if (seen instanceof Seen.Message message) {
            return message.octets();
        }
        throw new Mismatch(number, "an answer to the opener", seen.describe());
    }

    /** Sends the opener and expects the phone to leave without an answer to it. */
    void expectNoAnswerTo(ReaderEnd reader, String number) throws IOException {
        Seen seen = seenBehind(reader);
        Mismatch.unless(
                seen instanceof Seen.Closed,
                number,
                "a closed connection, without an answer to the opener",
                seen.describe());
    }

    /** Sends the opener and expects a cold message. */
    ReaderEnd.Cold cold(ReaderEnd reader, String number) throws IOException {
        return readCold(reader, answerTo(reader, number), number);
    }

    /** Reads a message that must be a cold one. */
    ReaderEnd.Cold readCold(ReaderEnd reader, Bytes message, String number) {
        Mismatch.unless(
                message.startsWith(MessageKind.COLD.octet()),
                number,
                "a cold message",
                "the message " + message.toHex());
        return reader.cold(message);
    }

    /** Expects a message of a kind and length. */
    Bytes expect(String number, MessageKind kind, int size) {
        Seen seen = next();
        if (seen instanceof Seen.Message message
                && message.octets().startsWith(kind.octet())
                && message.octets().size() == size) {
            return message.octets();
        }
        throw new Mismatch(
                number, "a message of kind " + kind.octet().toHex() + " with " + size + " octets", seen.describe());
    }

    /** Expects the phone to leave without a word. */
    void expectClosed(String number) {
        expectClosed(number, bench.timing().patience());
    }

    /** Expects the phone to leave within a time, without a word. */
    void expectClosed(String number, Duration within) {
        Seen seen = next(within);
        Mismatch.unless(
                !(seen instanceof Seen.Message message && message.octets().equals(MessageKind.REFUSED.octet())),
                "TAP-6-6",
                "a closed connection: a phone never sends an error",
                seen.describe());
        Mismatch.unless(
                seen instanceof Seen.Closed,
                number,
                "a connection that is closed within " + within.toMillis() + " ms, without a message",
                seen.describe());
    }

    /** Grants, and expects the phone to close in order. */
    void grant(EncryptedSession session, Answer.Resumption resumption) throws IOException {
        answer(session, new Answer(Optional.empty(), resumption));
    }

    /** Denies, and expects the phone to close in order. */
    void deny(EncryptedSession session, DenialReason reason, Answer.Resumption resumption) throws IOException {
        answer(session, new Answer(Optional.of(reason), resumption));
    }

    private void answer(EncryptedSession session, Answer answer) throws IOException {
        send(session.sealAnswer(answer));
        Seen seen = next();
        if (seen instanceof Seen.Message message) {
            Bytes octets = message.octets();
            Mismatch.unless(
                    octets.startsWith(MessageKind.TRAFFIC.octet()) && octets.size() > Lengths.KIND + Lengths.TAG,
                    "TAP-5.4-5",
                    "traffic, or a closed connection, behind the answer",
                    seen.describe());
            try {
                session.open(MessageKind.TRAFFIC, octets);
            } catch (io.lintel.crypto.CryptoException doesNotOpen) {
                throw new Mismatch(
                        "TAP-5.4-1", "traffic that opens under the to-reader key and its counter", octets.toHex());
            }
        } else {
            Mismatch.unless(
                    seen instanceof Seen.Closed,
                    "TAP-5.4-11",
                    "a phone that closes when it has no more use for the channel",
                    seen.describe());
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
