package io.lintel.benchmarks.floor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RawHashTest {
    @ParameterizedTest
    @EnumSource(names = {"JDK", "BOUNCY_CASTLE"})
    void theFloorsHmacIsHmac(CryptoProvider provider) throws GeneralSecurityException {
        RawHash floor = RawHash.of(provider);
        byte[] outer = RawHash.padded(RawHash.OUTER, new byte[RawHash.SIZE]);
        for (int octets = 0; octets < 200; octets++) {
            byte[] key = Providers.random(RawHash.SIZE);
            byte[] message = Providers.random(octets);
            byte[] inner = RawHash.padded(RawHash.INNER, message);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));

            byte[] expected = mac.doFinal(message);
            assertArrayEquals(expected, floor.hmac(key, inner, outer));
            byte[] inPlace = new byte[RawHash.SIZE];
            floor.hmac(key, inner, outer, inPlace);
            assertArrayEquals(expected, inPlace);
        }
    }
}
