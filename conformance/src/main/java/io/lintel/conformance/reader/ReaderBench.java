package io.lintel.conformance.reader;

import io.lintel.conformance.ReaderTarget;
import io.lintel.conformance.Restart;
import io.lintel.conformance.Timing;
import io.lintel.conformance.bench.BleLine;
import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Line;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.material.CredentialTerms;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;

/** The reader that is tried, and what cases have in common. For one thread at a time. */
public final class ReaderBench {
    private static final int BURST = 32;
    private static final long NANOS_PER_TOKEN = 250_000_000L;
    private static final int SPARE_TOKENS = 6;
    private static final int LIST_EPOCH_STEP = 64;
    private static final Duration RESTARTS_WITHIN = Duration.ofMinutes(1);
    private static final long RETRY_MILLIS = 100;

    private final Material material;
    private final ReaderTarget target;
    private final Timing timing;
    private final SplittableGenerator random;
    private final InstantSource clock;
    private final Optional<Restart> restart;
    private final SeenOpeners openers;
    private long lastListEpoch;
    private int taps;
    private boolean lost;
    private double tokens = BURST;
    private long counted = System.nanoTime();

    /**
     * Tries a reader.
     *
     * @param restart restarts it; empty where nobody can
     */
    public ReaderBench(
            Material material,
            ReaderTarget target,
            Timing timing,
            SplittableGenerator random,
            InstantSource clock,
            Optional<Restart> restart) {
        this(material, target, timing, random, clock, restart, new SeenOpeners());
    }

    private ReaderBench(
            Material material,
            ReaderTarget target,
            Timing timing,
            SplittableGenerator random,
            InstantSource clock,
            Optional<Restart> restart,
            SeenOpeners openers) {
        this.material = material;
        this.target = target;
        this.timing = timing;
        this.random = random;
        this.clock = clock;
        this.restart = restart;
        this.openers = openers;
    }

    Material material() {
        return material;
    }

    Transport transport() {
        return target.transport();
    }

    /** Returns the number of what a stream of octets is framed by: over L2CAP the page on Bluetooth says it once more. */
    String framing(String overTcp, String overL2cap) {
        return transport() == Transport.BLE_L2CAP ? overL2cap : overTcp;
    }

    Timing timing() {
        return timing;
    }

    RandomGenerator random() {
        return random;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns what the openers have shown to this bench and its siblings. */
    SeenOpeners openers() {
        return openers;
    }

    /** Returns another bench for the same reader, for a thread of its own, which draws other things. */
    public ReaderBench sibling() {
        return new ReaderBench(material, target, timing, random.split(), clock, restart, openers);
    }

    /**
     * Returns the epoch of another list: above the one in force and above all that were offered, with a step that chance says, so
     * that a list which an earlier run left half there is of another epoch.
     */
    long nextListEpoch(long inForce) {
        lastListEpoch = Math.max(inForce, lastListEpoch) + random.nextInt(1, LIST_EPOCH_STEP);
        return lastListEpoch;
    }

    /**
     * Lets the reader's owner restart it, and waits until it takes connections again.
     *
     * @param number the sentence that a reader breaks which does not come back
     * @throws Mismatch where it does not come back, or the owner could not restart it: then {@link #isLost} from here on
     */
    void restart(String number) {
        restart(number, RESTARTS_WITHIN);
    }

    /** The same with another patience than a reader is given. */
    void restart(String number, Duration within) {
        Restart owner = needRestart();
        try {
            owner.restart();
        } catch (IOException failed) {
            lost = true;
            throw new Mismatch(number, "a reader that its owner can restart", String.valueOf(failed.getMessage()));
        }
        long begun = System.nanoTime();
        while (!isThere()) {
            Mismatch.unless(
                    System.nanoTime() - begun < within.toNanos(),
                    number,
                    "a reader that takes taps again behind its restart",
                    "none within " + within.toSeconds() + " s");
            pause(RETRY_MILLIS);
        }
        tokens = BURST;
    }

    /**
     * Returns what restarts the reader.
     *
     * @throws NotTried where nobody can
     */
    Restart needRestart() {
        return restart.orElseThrow(() -> new NotTried("nothing was said that restarts the reader"));
    }

    /** Returns whether a restart has failed: nobody knows what became of the reader, and nothing more is tried on it. */
    public boolean isLost() {
        return lost;
    }

    private boolean isThere() {
        try (ReaderTap tap = connect()) {
            return !tap.opener().isEmpty();
        } catch (IOException | Mismatch notYet) {
            return false;
        }
    }

    /**
     * Connects, and waits before that until the reader's budget for failed cold taps has room again: no longer than a few tokens
     * take to come back, a second and a half.
     */
    ReaderTap open() throws IOException {
        refill();
        while (tokens < SPARE_TOKENS) {
            pause(NANOS_PER_TOKEN / 1_000_000);
            refill();
        }
        return connect();
    }

    /**
     * Connects at once.
     *
     * @throws NotTried where that needs a second connection over Bluetooth
     */
    ReaderTap connect() throws IOException {
        Line line = reach();
        taps++;
        try {
            return new ReaderTap(this, line);
        } catch (RuntimeException noOpener) {
            line.close();
            left();
            throw noOpener;
        }
    }

    private Line reach() throws IOException {
        if (target instanceof ReaderTarget.Ble ble) {
            if (taps > 0) {
                throw new NotTried("it needs two connections at once, and over Bluetooth the kit has one");
            }
            return BleLine.open(ble.links().connect(), clock);
        }
        return FramedSocket.connect(((ReaderTarget.Tcp) target).address(), timing.patience());
    }

    /** Counts a connection that is over. */
    void left() {
        taps--;
    }

    /** Waits for what the reader does with time: tokens that come back, deadlines that pass. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        }
    }

    /** Counts a cold message, which takes a token of the reader's. */
    void coldSent() {
        refill();
        tokens -= 1;
    }

    /** Counts an answer, with which the token comes back. */
    void coldAnswered() {
        tokens = Math.min(BURST, tokens + 1);
    }

    private void refill() {
        long now = System.nanoTime();
        tokens = Math.min(BURST, tokens + (double) (now - counted) / NANOS_PER_TOKEN);
        counted = now;
    }

    /** Returns a new holder of a credential that opens. */
    Holder holder() {
        return holder(UnaryOperator.identity());
    }

    /** Returns a new holder of a credential of the case's choice. */
    Holder holder(UnaryOperator<CredentialTerms> changes) {
        return material.issue(changes.apply(terms()));
    }

    /** Returns the terms of a credential that opens, with a serial that the reader has not seen. */
    CredentialTerms terms() {
        return new CredentialTerms(random.nextLong(1_000_000, 1L << 31), now());
    }

    /** Taps cold, is granted, and leaves. */
    Ratchets granted(Holder holder) throws IOException {
        try (ReaderTap tap = open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(phone.whole(holder.credential(), PhoneEnd.GESTURE));
            try (var session = phone.session()) {
                Answer answer = tap.expectGranted("TAP-6.1-9", session);
                Mismatch.unless(
                        answer.resumption() == Answer.Resumption.KEPT,
                        "TAP-4.6-7",
                        "resumption 0 behind a granted cold tap",
                        "resumption 1");
                return new Ratchets(material, transport(), holder, session.resumption());
            }
        }
    }

    /** Sends a cold message that must be refused. */
    void refusedCold(String number, Holder holder, java.util.function.Function<PhoneEnd, Bytes> message)
            throws IOException {
        try (ReaderTap tap = open();
                PhoneEnd phone = tap.phone(holder)) {
            tap.send(message.apply(phone));
            tap.expectRefused(number);
        }
    }
}
