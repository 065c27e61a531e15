package io.lintel.conformance.phone;

import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Random octets and genuine messages with octets changed, for a given time. No phone may answer one of them with more than {@code
 * who}, send an error, or stop tapping.
 */
final class PhoneFuzz {
    private static final int HONEST_EVERY = 16;
    private static final int LONGEST = 512;

    private PhoneFuzz() {}

    static Trial<PhoneBench> lasting(Duration time, long seed) {
        return new Trial<>(
                "phone.fuzz",
                "TAP-6-2",
                "altered and random messages for " + time.toSeconds() + " s, seed " + seed,
                bench -> run(bench, time));
    }

    private static void run(PhoneBench bench, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            if (i % HONEST_EVERY == 0) {
                bench.granted(bench.stateEpoch()).close();
            }
            if (bench.random().nextBoolean()) {
                opener(bench, i);
            } else {
                answer(bench, i);
            }
        }
        bench.granted(bench.stateEpoch()).close();
    }

    private static void opener(PhoneBench bench, int round) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch())) {
            Bytes message = spoilt(bench.random(), reader.opener());
            visit.send(message);
            Seen seen = visit.next();
            boolean asks = seen instanceof Seen.Message said && said.octets().equals(MessageKind.WHO.octet());
            requireSilence(asks ? new Seen.Closed() : seen, message, round);
        }
    }

    private static void answer(PhoneBench bench, int round) throws IOException {
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(bench.stateEpoch());
                ReaderEnd.Cold cold = visit.cold(reader, "TAP-6.2-5")) {
            Bytes message = spoilt(bench.random(), genuine(bench.random(), cold.session()));
            visit.send(message);
            requireSilence(visit.next(), message, round);
        }
    }

    private static Bytes genuine(RandomGenerator random, EncryptedSession session) {
        return random.nextBoolean()
                ? session.sealAnswer(new Answer(Optional.empty(), Answer.Resumption.KEPT))
                : session.seal(MessageKind.SEND_CREDENTIAL, Bytes.EMPTY);
    }

    private static void requireSilence(Seen seen, Bytes message, int round) {
        Mismatch.unless(
                seen instanceof Seen.Closed,
                "TAP-6-6",
                "a closed connection behind " + message.toHex() + " (message " + round + ")",
                seen.describe());
    }

    /** Returns random octets, or the message with a bit changed, cut or lengthened. */
    private static Bytes spoilt(RandomGenerator random, Bytes genuine) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                int index = random.nextInt(genuine.size());
                yield PhoneOpenerCases.with(genuine, index, genuine.unsigned(index) ^ random.nextInt(1, 256));
            }
            case 1 -> genuine.slice(0, random.nextInt(1, genuine.size()));
            case 2 -> Bytes.concat(genuine, Bytes.copyOf(new byte[random.nextInt(1, 200)]));
            default -> {
                byte[] octets = new byte[random.nextInt(1, LONGEST + 1)];
                random.nextBytes(octets);
                octets[0] = (byte) random.nextInt(16);
                yield Bytes.copyOf(octets);
            }
        };
    }
}
