package io.lintel.conformance.reader;

import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.GattLine;
import io.lintel.conformance.bench.Line;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.bench.OctetLine;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.MalformedException;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One connection to the reader that is tried, from its opener on. */
final class ReaderTap implements AutoCloseable {
    private static final Bytes REFUSED = MessageKind.REFUSED.octet();

    private final ReaderBench bench;
    private final Line line;
    private final Bytes opener;
    private final long begun;
    private boolean sentCold;
    private boolean left;

    ReaderTap(ReaderBench bench, Line line) {
        this.bench = bench;
        this.line = line;
        this.begun = System.nanoTime();
        Seen first = next();
        if (!(first instanceof Seen.Message message)) {
            throw new Mismatch("TAP-6.1-1", "an opener as soon as the channel is open", first.describe());
        }
        this.opener = message.octets();
        if (isOfRightSize()) {
            bench.openers().add(opener.slice(Lengths.HEADER - Lengths.NONCE, Lengths.HEADER), ephemeral());
        }
    }

    private boolean isOfRightSize() {
        return opener.size() == Lengths.opener(bench.material().suite().id());
    }

    /** Returns the reader's ephemeral public key, of an opener that has the right size. */
    Bytes ephemeral() {
        int size = bench.material().suite().id().dhKeySize();
        return opener.slice(Lengths.HEADER, Lengths.HEADER + size);
    }

    Bytes opener() {
        return opener;
    }

    ReaderBench bench() {
        return bench;
    }

    /** Reads the opener as the phone that holds a key. */
    PhoneEnd phone(DhKeyPair holder) {
        return PhoneEnd.of(bench.material(), bench.transport(), opener, holder);
    }

    PhoneEnd phone(Holder holder) {
        return phone(holder.key());
    }

    void send(Bytes message) throws IOException {
        if (!message.isEmpty() && message.get(0) == MessageKind.COLD.octet().get(0)) {
            bench.coldSent();
            sentCold = true;
        }
        line.send(message);
    }

    /** Sends a message that the bench does not take for a cold one, whatever it looks like. */
    void sendUncounted(Bytes message) throws IOException {
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

    /**
     * Says that nothing more will be sent.
     *
     * @throws NotTried where a direction cannot end by itself
     */
    void endOutput() throws IOException {
        if (!(line instanceof FramedSocket socket)) {
            throw new NotTried("one direction alone ends over TCP alone");
        }
        socket.endOutput();
    }

    /**
     * Returns the connection over GATT, to break its framing.
     *
     * @throws NotTried where there is none
     */
    GattLine gatt() {
        if (line instanceof GattLine gatt) {
            return gatt;
        }
        throw new NotTried("the framing of GATT is tried over GATT alone");
    }

    /** Returns the time since the opener. */
    Duration sinceOpener() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    Seen next() {
        return next(bench.timing().patience());
    }

    Seen next(Duration patience) {
        Seen seen = line.next(patience);
        if (seen instanceof Seen.Unframed packets) {
            throw new Mismatch(packets.number(), "messages in the framing of the transport", packets.describe());
        }
        if (sentCold && isOfRightSize() && isBehindAgreement(seen)) {
            bench.openers().use(ephemeral());
        }
        return seen;
    }

    /** Returns whether the reader says what it can say to a cold message only behind a DH with its ephemeral key. */
    private static boolean isBehindAgreement(Seen seen) {
        return seen instanceof Seen.Message message
                && (message.octets().startsWith(MessageKind.ANSWER.octet())
                        || message.octets().startsWith(MessageKind.SEND_CREDENTIAL.octet()));
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
        Bytes message = expect(number, MessageKind.ANSWER, Lengths.ANSWER);
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
        if (!left) {
            left = true;
            line.close();
            bench.left();
        }
    }
}
