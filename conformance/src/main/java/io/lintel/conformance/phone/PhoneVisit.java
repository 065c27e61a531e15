package io.lintel.conformance.phone;

import io.lintel.conformance.bench.GattLine;
import io.lintel.conformance.bench.Line;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.OctetLine;
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
    private final Line line;
    private final long begun = System.nanoTime();

    PhoneVisit(PhoneBench bench, Line line) {
        this.bench = bench;
        this.line = line;
    }

    void send(Bytes message) throws IOException {
        line.send(message);
    }

    /**
     * Sends octets as they are, without a frame.
     *
     * @throws NotTried where the channel is no stream of octets
     */
    void sendOctets(Bytes octets) throws IOException {
        if (!(line instanceof OctetLine stream)) {
            throw new NotTried("the framing of TCP is tried over TCP and L2CAP alone");
        }
        stream.sendOctets(octets);
    }

    /** Returns the channel over GATT, to break its framing: the cases that do so run over GATT alone. */
    GattLine gatt() {
        if (line instanceof GattLine gatt) {
            return gatt;
        }
        throw new NotTried("the framing of GATT is tried over GATT alone");
    }

    /** Returns how long the phone goes on waiting for the opener, if it came at the begin of this visit. */
    Duration untilDeadline() {
        return bench.timing().answer().minusNanos(System.nanoTime() - begun);
    }

    /** Patience, but not so much that a phone which leaves at its deadline is taken for one that left at once. */
    Duration beforeDeadline() {
        Duration patience = bench.timing().patience();
        Duration left = untilDeadline().minus(bench.timing().answer().dividedBy(5));
        return left.compareTo(patience) < 0 ? left : patience;
    }

    Seen next() {
        return next(bench.timing().patience());
    }

    Seen next(Duration within) {
        Seen seen = line.next(within);
        if (seen instanceof Seen.Unframed packets) {
            throw new Mismatch(packets.number(), "messages in the framing of the transport", packets.describe());
        }
        return seen;
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
        return messageIn(seenBehind(reader), number);
    }

    /** Expects the phone to answer an opener, if only to ask whose it is. */
    Bytes expectAnswer(String number) {
        return messageIn(next(), number);
    }

    private static Bytes messageIn(Seen seen, String number) {
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
        line.close();
    }
}
