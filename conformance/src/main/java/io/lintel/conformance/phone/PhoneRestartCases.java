package io.lintel.conformance.phone;

import io.lintel.conformance.Restart;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.bench.Seen;
import io.lintel.conformance.bench.Trial;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.Ratchet;
import java.io.IOException;
import java.util.List;

/** What a phone must not forget when its process dies. */
final class PhoneRestartCases {
    /** Taps that the phone may have begun before it was ended, and left: they answer no opener. */
    private static final int MOST_LEFT = 4;

    private PhoneRestartCases() {}

    static List<Trial<PhoneBench>> all() {
        return List.of(new Trial<>(
                "phone.restart.attempt",
                "TAP-5.2-6",
                "a phone that is ended behind its fast message, and taps again",
                PhoneRestartCases::attempt));
    }

    /**
     * The fast message is there, so its attempt was stored before: the next one of the same ratchet is another attempt. A later one
     * than the next will do, since a phone may lose attempts (section 9).
     */
    private static void attempt(PhoneBench bench) throws IOException {
        Restart owner = bench.needRestart();
        Bytes epoch = bench.stateEpoch();
        SecretBytes ratchet = bench.granted(epoch);
        try (PhoneVisit visit = bench.visit();
                ReaderEnd reader = bench.reader(epoch)) {
            bench.fast(visit.answerTo(reader, "TAP-6.2-4"), reader, ratchet, 0, "TAP-6.2-4")
                    .close();
            restart(owner);
        }
        for (int left = 0; left <= MOST_LEFT; left++) {
            try (PhoneVisit visit = bench.visit();
                    ReaderEnd reader = bench.reader(epoch)) {
                Seen seen = seenBehind(visit, reader);
                if (seen instanceof Seen.Message message) {
                    settle(bench, visit, reader, ratchet, message.octets());
                    return;
                }
            }
        }
        throw new Mismatch("TAP-6.2-4", "an answer to an opener behind the restart", "none to " + (MOST_LEFT + 1));
    }

    /** A channel whose phone has left may not even take the opener. */
    private static Seen seenBehind(PhoneVisit visit, ReaderEnd reader) {
        try {
            return visit.seenBehind(reader);
        } catch (IOException left) {
            return new Seen.Closed();
        }
    }

    private static void restart(Restart owner) {
        try {
            owner.restart();
        } catch (IOException failed) {
            throw new Mismatch("TAP-5.2-6", "a phone that its owner can restart", String.valueOf(failed.getMessage()));
        }
    }

    private static void settle(PhoneBench bench, PhoneVisit visit, ReaderEnd reader, SecretBytes ratchet, Bytes message)
            throws IOException {
        int attempt = 1;
        for (int later = 2; later < Ratchet.ATTEMPTS; later++) {
            Bytes hint = Ratchet.hint(bench.material().suite(), ratchet, later);
            attempt = message.startsWith(FastMessage.clear(hint)) ? later : attempt;
        }
        try (EncryptedSession session = bench.fast(message, reader, ratchet, attempt, "TAP-5.2-6")) {
            visit.grant(session, Answer.Resumption.KEPT);
        }
    }
}
