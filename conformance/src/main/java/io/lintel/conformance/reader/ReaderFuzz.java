package io.lintel.conformance.reader;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Holder;
import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Random octets and genuine messages with octets changed, for a given time. No reader may grant on one of them, send what
 * section 6 does not know, or stop serving honest taps.
 */
final class ReaderFuzz {
    private static final int HONEST_EVERY = 64;
    private static final Bytes REFUSED = Bytes.of(0x0a);
    private static final Bytes USE_COLD = Bytes.of(0x06);

    private ReaderFuzz() {}

    static Trial<ReaderBench> lasting(Duration time, long seed) {
        return new Trial<>(
                "reader.fuzz",
                "TAP-6-2",
                "altered and random messages for " + time.toSeconds() + " s, seed " + seed,
                bench -> run(bench, time));
    }

    private static void run(ReaderBench bench, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            if (i % HONEST_EVERY == 0) {
                bench.granted(bench.holder());
            }
            once(bench, i);
        }
        bench.granted(bench.holder());
    }

    private static void once(ReaderBench bench, int round) throws IOException {
        Holder holder = bench.material().listed();
        try (ReaderTap tap = bench.open();
                PhoneEnd phone = tap.phone(holder)) {
            RandomGenerator random = bench.random();
            Bytes message = random.nextInt(3) == 0
                    ? garbage(random)
                    : altered(random, random.nextBoolean() ? ColdCases.whole(phone, holder) : fast(bench, tap));
            bench.coldSent();
            tap.sendUncounted(message);
            Seen seen = tap.next();
            boolean allowed = seen instanceof Seen.Closed
                    || (seen instanceof Seen.Message answer
                            && (answer.octets().equals(REFUSED)
                                    || answer.octets().equals(USE_COLD)
                                    || message.equals(Bytes.of(0x02))));
            Mismatch.unless(
                    allowed,
                    "TAP-6-4",
                    "refused, use-cold or a closed connection behind " + message.toHex() + " (message " + round + ")",
                    seen.describe());
        }
    }

    private static Bytes fast(ReaderBench bench, ReaderTap tap) {
        byte[] secret = new byte[32];
        bench.random().nextBytes(secret);
        Ratchets unknown = new Ratchets(
                bench.material(),
                bench.transport(),
                bench.material().listed(),
                io.lintel.crypto.SecretBytes.takeOwnership(secret));
        try (Ratchets.Fast fast = unknown.fast(tap.opener(), 0)) {
            return fast.message();
        }
    }

    private static Bytes garbage(RandomGenerator random) {
        byte[] octets = new byte[random.nextInt(1, 513)];
        random.nextBytes(octets);
        octets[0] = (byte) random.nextInt(16);
        return Bytes.copyOf(octets);
    }

    /** Changes octets, cuts or lengthens, and leaves no message as it was. */
    private static Bytes altered(RandomGenerator random, Bytes genuine) {
        return switch (random.nextInt(3)) {
            case 0 -> ColdCases.flip(genuine, random.nextInt(genuine.size()));
            case 1 -> genuine.slice(0, random.nextInt(1, genuine.size()));
            default -> Bytes.concat(genuine, Bytes.copyOf(new byte[random.nextInt(1, 200)]));
        };
    }
}
