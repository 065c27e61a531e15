package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import java.util.Locale;

/**
 * A reader's Bluetooth address in its one canonical form, {@code 00:1E:C0:25:EA:74} ({@code RDR-04}).
 *
 * @param text 17 characters: 6 octets as upper-case hex, colons between
 */
public record MacAddress(String text) {

    private static final String CANONICAL = "[0-9A-F]{2}(:[0-9A-F]{2}){5}";
    private static final String TYPED = "[0-9A-F]{2}([:-]?)[0-9A-F]{2}(\\1[0-9A-F]{2}){4}";

    /** Refuses what is not canonical; {@link #parse} makes it so. */
    public MacAddress {
        if (!text.matches(CANONICAL)) {
            throw malformed();
        }
    }

    /**
     * Reads an address as people type it: 12 hex digits of either case, with colons, with dashes or with nothing between.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static MacAddress parse(String typed) {
        String upper = typed.strip().toUpperCase(Locale.ROOT);
        if (!upper.matches(TYPED)) {
            throw malformed();
        }
        String digits = upper.replace(":", "").replace("-", "");
        return new MacAddress(digits.replaceAll("(..)(?=.)", "$1:"));
    }

    /** The 6 octets. */
    public Bytes octets() {
        return Bytes.ofHex(text.replace(":", "").toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return text;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a MAC address is 6 octets in hex, such as 00:1E:C0:25:EA:74");
    }
}
