package io.lintel.protocol.activation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * The secret that a person hands to a phone: 20 characters of {@code 0-9 A-Z a-z}, about 119 bits (ACT-04, ACT-19). It
 * redeems one credential, once. Equality takes constant time, and {@link #toString()} is redacted.
 */
public final class ActivationCode {
    /** The number of characters. */
    public static final int LENGTH = 20;

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final String text;

    private ActivationCode(String text) {
        this.text = text;
    }

    /** Returns a code with every character drawn evenly. */
    public static ActivationCode generate(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new ActivationCode(text.toString());
    }

    /**
     * Reads a code as a person types it: white space and hyphens between characters do not count.
     *
     * @throws ActivationException with {@link ActivationException.Code#BAD_CODE}, saying what is wrong
     */
    public static ActivationCode parse(String typed) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < typed.length(); i++) {
            char character = typed.charAt(i);
            if (Character.isWhitespace(character) || character == '-') {
                continue;
            }
            if (ALPHABET.indexOf(character) < 0) {
                throw bad("it holds a character that is neither a digit nor a letter from A to Z");
            }
            text.append(character);
            if (text.length() > LENGTH) {
                throw bad("it is longer than " + LENGTH + " characters");
            }
        }
        if (text.length() < LENGTH) {
            throw bad("it has " + text.length() + " characters instead of " + LENGTH);
        }
        return new ActivationCode(text.toString());
    }

    private static ActivationException bad(String why) {
        return new ActivationException(
                ActivationException.Code.BAD_CODE,
                "This is not an activation code: " + why + ". Type it as the e-mail shows it; capitals matter.");
    }

    /** Returns the 20 characters: to seal, to hash, to show to the person it is for; never to log. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivationCode code
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), code.text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same for every code, so that no table keeps a trace of one. */
    @Override
    public int hashCode() {
        return LENGTH;
    }

    @Override
    public String toString() {
        return "ActivationCode[redacted]";
    }
}
