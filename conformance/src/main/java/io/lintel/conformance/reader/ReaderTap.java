package io.lintel.conformance.reader;

import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One connection to the reader that is tried, from its opener on. */
final class ReaderTap implements AutoCloseable {
    private static final Bytes REFUSED = MessageKind.REFUSED.octet();

    private final ReaderBench bench;
    private final FramedSocket socket;
    private final Bytes opener;
    private final long begun;

    ReaderTap(ReaderBench bench, FramedSocket socket) {
        this.bench = bench;
        this.socket = socket;
        this.begun = System.nanoTime();
        Seen first = socket.next(bench.timing().patience());
        if (!(first instanceof Seen.Message message)) {
            throw new Mismatch("TAP-6.1-1", "an opener as soon as the channel is open", first.describe());
        }
        this.opener = message.octets();
    }

    Bytes opener() {
        return opener;
    }

    ReaderBench bench() {
        return bench;
    }

    /** Reads the opener as the phone that holds a key. */
    PhoneEnd phone(DhKeyPair holder) {
        return PhoneEnd.of(bench.material(), opener, holder);
    }

    PhoneEnd phone(Holder holder) {
        return phone(holder.key());
    }

    void send(Bytes message) throws IOException {
        if (!message.isEmpty() && message.get(0) == MessageKind.COLD.octet().get(0)) {
            bench.coldSent();
        }
        socket.send(message);
    }

    void sendOctets(Bytes octets) throws IOException {
        socket.sendOctets(octets);
    }

    FramedSocket socket() {
        return socket;
    }

    /** Returns the time since the opener. */
    Duration sinceOpener() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Seen next() {
        return socket.next(bench.timing().patience());
    }

    Seen next(Duration patience) {
        return socket.next(patience);
    }

    /** Expects a message of a kind and length. */
    Bytes expect(String number, MessageKind kind, int size) {
        Seen seen = next();
        String expected = "a message of kind " + kind.octet().toHex() + " with " + size + " octets";
        if (seen instanceof Seen.Message message
                && message.octets().startsWith(kind.octet())
                && message.octets().size() == size) {
            return message.octets();
        }
        throw new Mismatch(number, expected, seen.describe());
    }

    /** Expects an answer that opens. */
    Answer expectAnswer(String number, EncryptedSession session) {
        Bytes message = expect(number, MessageKind.ANSWER, io.lintel.protocol.wire.Lengths.ANSWER);
        bench.coldAnswered();
        try {
            return session.openAnswer(message);
        } catch (CryptoException doesNotOpen) {
            throw new Mismatch("TAP-4.6-9", "an answer that opens under the answer key", message.toHex());
        } catch (MalformedException malformed) {
            throw new Mismatch(
                    "TAP-4.6-5", "an answer within its bounds", "a value out of them: " + malformed.getMessage());
        }
    }

    /** Expects an answer that grants. */
    Answer expectGranted(String number, EncryptedSession session) {
        Answer answer = expectAnswer(number, session);
        Mismatch.unless(answer.denial().isEmpty(), number, "granted", describe(answer));
        return answer;
    }

    /** Expects an answer that denies with a reason. */
    Answer expectDenied(String number, EncryptedSession session, DenialReason reason) {
        Answer answer = expectAnswer(number, session);
        Mismatch.unless(answer.denial().equals(Optional.of(reason)), number, "denied, " + reason, describe(answer));
        return answer;
    }

    /** Expects {@code refused} and then the end, with nothing else before. */
    void expectRefused(String number) {
        Seen seen = next();
        Mismatch.unless(
                seen instanceof Seen.Message message && message.octets().equals(REFUSED),
                number,
                "the message 0a, refused",
                seen.describe());
        Seen after = next();
        Mismatch.unless(
                after instanceof Seen.Closed, "TAP-6-4", "a closed connection behind refused", after.describe());
    }

    /** Expects the end, without a message. */
    void expectClosed(String number) {
        expectClosed(number, bench.timing().patience());
    }

    /** Expects the end within a time, without a message. */
    void expectClosed(String number, Duration within) {
        Seen seen = next(within);
        Mismatch.unless(
                seen instanceof Seen.Closed,
                number,
                "a connection that is closed within " + within.toMillis() + " ms, without a message",
                seen.describe());
    }

    static String describe(Answer answer) {
        return answer.denial().map(reason -> "denied, " + reason).orElse("granted");
    }

    @Override
    public void close() {
        socket.close();
    }
}
