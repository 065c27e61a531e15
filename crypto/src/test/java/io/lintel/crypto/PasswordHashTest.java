package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    private static final Argon2idParameters LIGHT = new Argon2idParameters(64, 1, 1);

    private final SecureRandom random = new SecureRandom();

    @Test
    void theRightPasswordMatchesAndAnotherDoesNot() {
        PasswordHash hash = PasswordHash.of(password("correct horse"), LIGHT, random);
        assertTrue(hash.matches(password("correct horse")));
        assertFalse(hash.matches(password("correct house")));
        assertFalse(hash.matches(password("")));
    }

    @Test
    void theTextFormIsReadBack() {
        PasswordHash hash = PasswordHash.of(password("battery"), LIGHT, random);
        PasswordHash stored = PasswordHash.parse(hash.encoded());
        assertEquals(hash.encoded(), stored.encoded());
        assertEquals(LIGHT, stored.parameters());
        assertTrue(stored.matches(password("battery")));
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertNotEquals(
                PasswordHash.of(password("staple"), LIGHT, random).encoded(),
                PasswordHash.of(password("staple"), LIGHT, random).encoded());
    }

    /** A vector of the reference implementation, test.c: 64 MiB, 2 iterations, 1 lane. */
    @Test
    void hashesOfTheReferenceImplementationAreRead() {
        PasswordHash hash = PasswordHash.parse(
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ" + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");
        assertTrue(hash.matches(password("password")));
        assertFalse(hash.matches(password("differentpassword")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=16$m=64,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=9999999,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=0,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=99$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29t$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                "$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$CTFh"
            })
    void otherFormsAndBoundlessWorkAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> PasswordHash.parse(text));
    }

    @Test
    void theTextOfTheObjectHidesTheHash() {
        PasswordHash hash = PasswordHash.of(password("secret"), LIGHT, random);
        String tag = hash.encoded().substring(hash.encoded().lastIndexOf('$') + 1);
        assertFalse(hash.toString().contains(tag));
    }

    private static SecretBytes password(String text) {
        return SecretBytes.copyOf(Bytes.utf8(text).toByteArray());
    }
}
