package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ResumptionTable.Candidate;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.Ratchet;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Phones that a reader has met, without the time that a million handshakes take. It is in the reader's package because nothing
 * outside may write the reader's tables, and in the benchmarks because no product may either.
 */
public final class Crowd {
    private Crowd() {}

    /**
     * Leaves in a reader what a cold and a fast tap of each phone leave there: a ratchet with its last and its current step. The
     * fast taps come behind all cold ones and in another order, so that what was used last is not what was made last.
     *
     * @param atPhones is given what each phone keeps, the secret of its current step, which it closes
     * @throws IllegalStateException if the reader's tables do not take it
     */
    public static void admit(
            Reader reader,
            List<Signed<Credential>> phones,
            SecureRandom random,
            Instant now,
            Consumer<SecretBytes> atPhones) {
        CryptoSuite suite = reader.services.suite();
        ResumptionTable table = reader.services.resumptions();
        List<Long> hints = new ArrayList<>(phones.size());
        for (Signed<Credential> phone : phones) {
            SecretBytes first = SecretBytes.random(Lengths.SECRET, random);
            hints.add(Ratchet.hintNumber(suite, first, 0));
            table.put(phone, first, now);
        }
        Collections.shuffle(hints, random);
        for (long hint : hints) {
            try (Candidate candidate =
                    table.find(hint, reader.services.limits().coldAfter(), now).orElseThrow()) {
                table.accept(candidate);
                atPhones.accept(Ratchet.step(suite, candidate.secret()));
            }
        }
    }

    /** Returns how many phones' ratchets a reader has. */
    public static int size(Reader reader) {
        return reader.services.resumptions().size();
    }
}
