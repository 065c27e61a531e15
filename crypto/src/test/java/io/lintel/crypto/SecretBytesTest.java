package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretBytesTest {
    @Test
    void textFormTellsTheSizeAlone() {
        assertEquals(
                "SecretBytes[4 octets, redacted]",
                SecretBytes.copyOf(new byte[] {1, 2, 3, 4}).toString());
    }

    @Test
    void destructionOverwritesTheOctetsAndEndsEveryUse() {
        byte[] owned = {1, 2, 3};
        SecretBytes secret = SecretBytes.takeOwnership(owned);
        secret.close();
        secret.destroy();
        assertArrayEquals(new byte[3], owned);
        assertTrue(secret.isDestroyed());
        assertEquals(3, secret.size());
        assertThrows(IllegalStateException.class, secret::copy);
        assertThrows(IllegalStateException.class, () -> secret.equals(SecretBytes.copyOf(new byte[3])));
    }

    @Test
    void copiesAreIndependent() {
        byte[] source = {1, 2, 3};
        SecretBytes secret = SecretBytes.copyOf(source);
        source[0] = 9;
        secret.copy()[1] = 9;
        assertArrayEquals(new byte[] {1, 2, 3}, secret.copy());
        SecretBytes other = secret.duplicate();
        secret.destroy();
        assertArrayEquals(new byte[] {1, 2, 3}, other.copy());
    }

    @Test
    void equalityIsThatOfTheOctets() {
        SecretBytes secret = SecretBytes.copyOf(new byte[] {1, 2, 3});
        assertEquals(secret, SecretBytes.copyOf(new byte[] {1, 2, 3}));
        assertNotEquals(secret, SecretBytes.copyOf(new byte[] {1, 2, 4}));
        assertNotEquals(secret, SecretBytes.copyOf(new byte[] {1, 2}));
        assertFalse(secret.equals(null));
    }

    @Test
    void randomOctetsComeFromTheGivenSource() {
        assertArrayEquals(
                new byte[] {7, 7, 7}, SecretBytes.random(3, new Sevens()).copy());
        assertThrows(IllegalArgumentException.class, () -> SecretBytes.random(-1, new Sevens()));
    }

    private static final class Sevens extends SecureRandom {
        private static final long serialVersionUID = 1L;

        @Override
        public void nextBytes(byte[] octets) {
            Arrays.fill(octets, (byte) 7);
        }
    }
}
