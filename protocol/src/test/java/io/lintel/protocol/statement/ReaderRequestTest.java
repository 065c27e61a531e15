package io.lintel.protocol.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.testing.Spec;
import java.security.SecureRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Spec({"TAP-11-38", "TAP-11-39"})
class ReaderRequestTest {
    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    @ParameterizedTest
    @EnumSource
    void requestIsProvenAndComesBackFromItsOctets(Suite suite) {
        ReaderRequest request = request(suite);

        assertTrue(request.isProven(PRIMITIVES.suite(suite)));
        assertEquals(request, ReaderRequest.decode(request.encoded()));
        assertEquals(
                1 + suite.dhKeySize() + suite.signingKeySize() + 64,
                request.encoded().size());
    }

    @ParameterizedTest
    @EnumSource
    void flippedBitProvesNothing(Suite suite) {
        Bytes encoded = request(suite).encoded();
        for (int bit = 0; bit < 8 * encoded.size(); bit++) {
            byte[] flipped = encoded.toByteArray();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertFalse(isProven(Bytes.copyOf(flipped), suite), "bit " + bit);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherSizeIsMalformed(Suite suite) {
        Bytes encoded = request(suite).encoded();
        for (int size = 0; size < encoded.size(); size++) {
            Bytes cut = encoded.slice(0, size);
            assertThrows(StatementException.class, () -> ReaderRequest.decode(cut));
        }
        Bytes longer = Bytes.concat(encoded, Bytes.of(0));
        assertThrows(StatementException.class, () -> ReaderRequest.decode(longer));
    }

    @ParameterizedTest
    @EnumSource
    void keysOfTwoReadersDoNotMix(Suite suite) {
        ReaderRequest one = request(suite);
        ReaderRequest other = request(suite);

        assertFalse(new ReaderRequest(suite, other.dhKey(), one.signingKey(), one.signature())
                .isProven(PRIMITIVES.suite(suite)));
        assertFalse(new ReaderRequest(suite, one.dhKey(), other.signingKey(), one.signature())
                .isProven(PRIMITIVES.suite(suite)));
    }

    private static boolean isProven(Bytes encoded, Suite suite) {
        try {
            return ReaderRequest.decode(encoded).isProven(PRIMITIVES.suite(suite));
        } catch (StatementException malformed) {
            return false;
        }
    }

    private static ReaderRequest request(Suite suite) {
        CryptoSuite crypto = PRIMITIVES.suite(suite);
        try (DhKeyPair dh = crypto.generateDhKeyPair();
                SigningKeyPair signing = crypto.generateSigningKeyPair()) {
            return ReaderRequest.make(crypto, dh.publicKey(), signing);
        }
    }
}
