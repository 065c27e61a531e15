package io.lintel.conformance.phone;

import io.lintel.conformance.PhoneTarget;
import io.lintel.conformance.Restart;
import io.lintel.conformance.Timing;
import io.lintel.conformance.bench.BleLine;
import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Line;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.tap.Randomness;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.protocol.wire.TapSecret;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The phone that is tried, which comes again and again, and what cases have in common. */
public final class PhoneBench {
    private static final int NO_FLAGS = 0;

    private final Material material;
    private final PhoneTarget target;
    private final Timing timing;
    private final Duration arrival;
    private final RandomGenerator random;
    private final Randomness fresh;
    private final InstantSource clock;
    private final Optional<Restart> restart;

    /**
     * Waits for a phone.
     *
     * @param target where it comes to
     * @param arrival how long to wait for its next tap
     * @param random says what is spoilt, and how
     * @param fresh gives nonces and state epochs: a phone remembers those of earlier runs
     * @param clock what packets over Bluetooth are timed by
     * @param restart restarts it; empty where nobody can
     */
    public PhoneBench(
            Material material,
            PhoneTarget target,
            Timing timing,
            Duration arrival,
            RandomGenerator random,
            Randomness fresh,
            InstantSource clock,
            Optional<Restart> restart) {
        this.material = material;
        this.target = target;
        this.timing = timing;
        this.arrival = arrival;
        this.random = random;
        this.fresh = fresh;
        this.clock = clock;
        this.restart = restart;
    }

    Material material() {
        return material;
    }

    Transport transport() {
        return target.transport();
    }

    Timing timing() {
        return timing;
    }

    RandomGenerator random() {
        return random;
    }

    /** Waits for the phone's next tap. */
    PhoneVisit visit() throws IOException {
        return new PhoneVisit(
                this,
                line().orElseThrow(() -> new NotTried("the phone did not tap within " + arrival.toSeconds() + " s")));
    }

    private Optional<Line> line() throws IOException {
        if (target instanceof PhoneTarget.Ble ble) {
            return ble.links().next(arrival).map(link -> BleLine.open(link, clock));
        }
        Optional<Socket> accepted = ((PhoneTarget.Tcp) target).accept(arrival);
        return accepted.isPresent() ? Optional.of(FramedSocket.of(accepted.get())) : Optional.empty();
    }

    /**
     * Returns what restarts the phone.
     *
     * @throws NotTried where nobody can
     */
    Restart needRestart() {
        return restart.orElseThrow(() -> new NotTried("nothing was said that restarts the phone"));
    }

    /** Returns a state epoch that the phone has no ratchet of. */
    Bytes stateEpoch() {
        return fresh.next(Lengths.STATE_EPOCH);
    }

    /** Returns the key pair of the reader that the phone knows. */
    DhKeyPair readerKey() {
        return material.readerKey()
                .orElseThrow(() -> new NotTried("the material was made for a reader that keeps its key to itself"));
    }

    /** Begins a tap as the trial's reader. */
    ReaderEnd reader(Bytes stateEpoch) {
        return reader(stateEpoch, NO_FLAGS);
    }

    ReaderEnd reader(Bytes stateEpoch, int flags) {
        return reader(readerKey(), stateEpoch, flags);
    }

    ReaderEnd reader(DhKeyPair key, Bytes stateEpoch, int flags) {
        return ReaderEnd.of(material, transport(), key, fresh.next(Lengths.NONCE), payload(stateEpoch, flags));
    }

    /** Begins a tap as the trial's reader, with an ephemeral key of the case's choice. */
    ReaderEnd readerWith(DhKeyPair ephemeral, Bytes stateEpoch) {
        return ReaderEnd.of(
                material,
                transport(),
                readerKey(),
                () -> ephemeral,
                fresh.next(Lengths.NONCE),
                payload(stateEpoch, NO_FLAGS));
    }

    private static Bytes payload(Bytes stateEpoch, int flags) {
        return Bytes.concat(stateEpoch, Bytes.of(flags, 0, 0, 0, 1));
    }

    /** Lets the phone tap cold, grants, and returns the ratchet. */
    SecretBytes granted(Bytes stateEpoch) throws IOException {
        try (PhoneVisit visit = visit();
                ReaderEnd reader = reader(stateEpoch);
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            SecretBytes ratchet = cold.session().resumption();
            visit.grant(cold.session(), Answer.Resumption.KEPT);
            return ratchet;
        }
    }

    /** Reads a fast message, which must be one attempt of a ratchet at an opener. */
    EncryptedSession fast(Bytes message, ReaderEnd reader, SecretBytes ratchet, int attempt, String number) {
        Bytes hint = Ratchet.hint(material.suite(), ratchet, attempt);
        Mismatch.unless(
                message.size() == Lengths.FAST && message.startsWith(FastMessage.clear(hint)),
                number,
                "a fast message with the hint of attempt " + attempt + ", " + hint.toHex(),
                "the message " + message.toHex());
        FastMessage fast = FastMessage.decode(message);
        TapSecret tap = TapSecret.ofFast(
                material.suite(),
                ratchet,
                attempt,
                OpenerHeader.openerHash(material.suite(), transport(), reader.opener()));
        try (SecretBytes key = tap.key(TapSecret.Use.TAP)) {
            Bytes intent = fast.open(material.suite(), key);
            Mismatch.unless(
                    io.lintel.protocol.tap.Intent.decode(intent).isPresent(),
                    "TAP-4.4-9",
                    "an intent within its bounds",
                    "the intent " + intent.toHex());
            return EncryptedSession.ofReader(material.suite(), tap);
        } catch (io.lintel.crypto.CryptoException doesNotOpen) {
            throw new Mismatch("TAP-5.3-3", "a fast message that opens under the tap key", message.toHex());
        }
    }
}
