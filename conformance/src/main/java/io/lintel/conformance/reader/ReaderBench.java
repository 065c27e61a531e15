package io.lintel.conformance.reader;

import io.lintel.conformance.ReaderRestart;
import io.lintel.conformance.RestartFailedException;
import io.lintel.conformance.Timing;
import io.lintel.conformance.bench.FramedSocket;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.NotTried;
import io.lintel.conformance.material.CredentialTerms;
import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.Answer;
import java.io.IOException;
import java.net.InetSocketAddress;
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
    private final InetSocketAddress target;
    private final Timing timing;
    private final SplittableGenerator random;
    private final InstantSource clock;
    private final Optional<ReaderRestart> restart;
    private long lastListEpoch;
    private double tokens = BURST;
    private long counted = System.nanoTime();

    /**
     * Tries the reader at an address.
     *
     * @param restart restarts it; empty where nobody can
     */
    public ReaderBench(
            Material material,
            InetSocketAddress target,
            Timing timing,
            SplittableGenerator random,
            InstantSource clock,
            Optional<ReaderRestart> restart) {
        this.material = material;
        this.target = target;
        this.timing = timing;
        this.random = random;
        this.clock = clock;
        this.restart = restart;
    }

    Material material() {
        return material;
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

    /** Returns another bench for the same reader, for a thread of its own, which draws other things. */
    public ReaderBench sibling() {
        return new ReaderBench(material, target, timing, random.split(), clock, restart);
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
     * @throws RestartFailedException where the owner could not restart it
     */
    void restart(String number) {
        restart(number, RESTARTS_WITHIN);
    }

    /** The same with another patience than a reader is given. */
    void restart(String number, Duration within) {
        ReaderRestart owner = restart.orElseThrow(() -> new NotTried("nothing was said that restarts the reader"));
        try {
            owner.restart();
        } catch (IOException failed) {
            throw new RestartFailedException(failed);
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

    /** Connects at once. */
    ReaderTap connect() throws IOException {
        return new ReaderTap(this, FramedSocket.connect(target, timing.patience()));
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
                return new Ratchets(material, holder, session.resumption());
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
