package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.ProjectKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Records to store. A store looks at none of their signatures, so none are there. */
final class Samples {
    static final ProjectId PROJECT = new ProjectId(filled(8, 1));
    static final ProjectId OTHER_PROJECT = new ProjectId(filled(8, 2));
    static final ResumptionKey KEY = new ResumptionKey(PROJECT, 7, filled(32, 3));

    private Samples() {}

    static Enrolment enrolment(String displayName, Optional<Bytes> list) {
        return new Enrolment(
                displayName,
                filled(90, 4),
                List.of(filled(80, 5), filled(81, 6)),
                filled(160, 7),
                secret(32, 8),
                List.of(new ProjectKey(1, secret(32, 9)), new ProjectKey(2, secret(32, 10))),
                list);
    }

    /** A record whose ratchet has taken {@code step} steps and used the attempts below {@code nextAttempt}. */
    static Resumption resumption(long revision, long step, int nextAttempt) {
        byte[] secret = ByteBuffer.allocate(32).putLong(step).array();
        return new Resumption(
                revision,
                Optional.of(new Resumption.State(
                        filled(4, 11), 1, filled(20, 12), nextAttempt, SecretBytes.takeOwnership(secret))));
    }

    static long step(Resumption.State state) {
        byte[] secret = state.secret().copy();
        return ByteBuffer.wrap(secret).getLong();
    }

    static Bytes filled(int size, int octet) {
        return Bytes.copyOf(filledArray(size, octet));
    }

    private static SecretBytes secret(int size, int octet) {
        return SecretBytes.takeOwnership(filledArray(size, octet));
    }

    private static byte[] filledArray(int size, int octet) {
        byte[] octets = new byte[size];
        Arrays.fill(octets, (byte) octet);
        return octets;
    }
}
