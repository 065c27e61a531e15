package io.lintel.sdk.handoff;

import java.util.Base64;
import java.util.Optional;

/** Base64url without padding, in its one form ({@code RFC 7515 section 2}). */
final class Base64Url {

    private Base64Url() {}

    static String encode(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    /** Empty where the text is not what {@link #encode} writes: another alphabet, padding, bits that say nothing. */
    static Optional<byte[]> decode(String text) {
        try {
            byte[] octets = Base64.getUrlDecoder().decode(text);
            return encode(octets).equals(text) ? Optional.of(octets) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
