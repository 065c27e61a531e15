package io.lintel.sdk.handoff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandOffKeyTest {

    private static final ProjectId PROJECT = new ProjectId(Bytes.ofHex("00112233445566aa"));

    /** RFC 8037 appendix A.2 and A.3. */
    @Test
    void thumbprintIsThatOfTheStandardsExample() {
        HandOffKey key = new HandOffKey(
                Suite.X25519, Bytes.ofHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));

        assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", key.id());
        assertEquals(key, HandOffKey.parse(key.jwk()));
    }

    /** RFC 7515 appendix A.3.1. */
    @Test
    void coordinatesAreThoseOfTheStandardsExample() {
        HandOffKey key = new HandOffKey(
                Suite.P256, Bytes.ofHex("037fcdce2770f6c45d4183cbee6fdb4b7b580733357be9ef13bacf6e3c7bd15445"));

        assertEquals(key, HandOffKey.parse(key.jwk()));
        assertEquals(
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\","
                        + "\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\""
                        + key.id() + "\"}",
                key.jwk());
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyIsReadAgain(Suite suite) {
        for (int i = 0; i < 20; i++) {
            try (SigningKeyPair pair = HandOffVectors.PRIMITIVES.suite(suite).generateSigningKeyPair()) {
                HandOffKey key = new HandOffKey(suite, pair.publicKey().encoded());
                assertEquals(key, HandOffKey.parse(key.jwk()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"oct\",\"k\":\"AA\"}"
            })
    void whatIsNoKeyIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> HandOffKey.parse(text));
    }

    @ParameterizedTest
    @EnumSource
    void keyWithAnotherOnesIdIsRefused(Suite suite) {
        String one = key(suite).jwk();
        String other = key(suite).jwk();
        String mixed = one.substring(0, one.indexOf("\"kid\"")) + other.substring(other.indexOf("\"kid\""));

        assertThrows(IllegalArgumentException.class, () -> HandOffKey.parse(mixed));
    }

    @Test
    void oldAndNewKeyCountDuringARotation() {
        try (SigningKeyPair old = HandOffVectors.PRIMITIVES.suite(Suite.P256).generateSigningKeyPair()) {
            HandOffKey oldKey = new HandOffKey(Suite.P256, old.publicKey().encoded());
            String shown = HandOffClaim.of(PROJECT, 1, 1, HandOffVectors.NOW, Bytes.copyOf(new byte[16]))
                    .sign(HandOffVectors.PRIMITIVES.suite(Suite.P256), old);

            assertEquals(HandOffCheck.Genuine.class, check(List.of(key(Suite.P256), oldKey), shown));
            assertEquals(HandOffCheck.NotGenuine.class, check(List.of(key(Suite.P256)), shown));
        }
        assertThrows(IllegalArgumentException.class, () -> check(List.of(), ""));
    }

    private static Class<?> check(List<HandOffKey> keys, String shown) {
        Instant now = HandOffVectors.NOW;
        return HandOffVerifier.of(HandOffVectors.PRIMITIVES, PROJECT, keys)
                .check(shown, now)
                .getClass();
    }

    private static HandOffKey key(Suite suite) {
        try (SigningKeyPair pair = HandOffVectors.PRIMITIVES.suite(suite).generateSigningKeyPair()) {
            return new HandOffKey(suite, pair.publicKey().encoded());
        }
    }
}
