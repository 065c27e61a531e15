package io.lintel.protocol.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatementMutationTest {
    static Stream<StatementSamples> samples() {
        return Stream.of(Suite.values()).flatMap(suite -> StatementSamples.of(new TestProject(suite)).stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFlippedBitIsRefused(StatementSamples sample) {
        for (int bit = 0; bit < sample.signed().size() * 8; bit++) {
            byte[] octets = sample.signed().toByteArray();
            octets[bit / 8] ^= (byte) (1 << bit % 8);
            assertThrows(StatementException.class, () -> sample.verify(Bytes.copyOf(octets)));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyTruncationAndExtensionIsRefused(StatementSamples sample) {
        for (int size = 0; size < sample.signed().size(); size++) {
            Bytes truncated = sample.signed().slice(0, size);
            assertThrows(StatementException.class, () -> sample.verify(truncated));
        }
        for (int extra = 1; extra <= 64; extra++) {
            Bytes extended = Bytes.concat(sample.signed(), Bytes.copyOf(new byte[extra]));
            assertThrows(StatementException.class, () -> sample.verify(extended));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsLargerThanItsKindMayBeIsMalformedBeforeAnySignature(StatementSamples sample) {
        Bytes tooLarge = Bytes.copyOf(new byte[sample.codec().maxSignedSize() + 1]);
        StatementException error = assertThrows(StatementException.class, () -> sample.verify(tooLarge));
        assertEquals(StatementException.Code.MALFORMED, error.code());
    }

    @Test
    void referenceIsTheBeginningOfTheHashOfTheExactOctets() {
        TestProject project = new TestProject(Suite.X25519);
        Signed<Credential> signed = project.sign(project.credential(project.newDhKey(), 1));
        assertEquals(project.suite().sha256(signed.bytes()), signed.fingerprint());
        assertEquals(20, signed.reference().size());
        assertTrue(signed.fingerprint().startsWith(signed.reference()));
    }
}
