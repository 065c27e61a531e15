package io.lintel.crypto;

/** Lower-case hex; the platform's own is missing on all but the newest Android versions. */
final class Hex {
    private static final String DIGITS = "0123456789abcdef";
    private static final int RADIX = 16;

    private Hex() {}

    static String format(byte[] octets) {
        StringBuilder text = new StringBuilder(2 * octets.length);
        for (byte octet : octets) {
            text.append(DIGITS.charAt(octet >> 4 & 0xf)).append(DIGITS.charAt(octet & 0xf));
        }
        return text.toString();
    }

    /** Two digits for each octet, upper or lower case; else {@link IllegalArgumentException}. */
    static byte[] parse(String text) {
        if (text.length() % 2 != 0) {
            throw new IllegalArgumentException("hex has two digits for each octet, not " + text.length() + " in all");
        }
        byte[] octets = new byte[text.length() / 2];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) (digit(text, 2 * i) << 4 | digit(text, 2 * i + 1));
        }
        return octets;
    }

    private static int digit(String text, int index) {
        char letter = text.charAt(index);
        int value = letter < 0x80 ? Character.digit(letter, RADIX) : -1;
        if (value < 0) {
            throw new IllegalArgumentException("no hex digit at index " + index);
        }
        return value;
    }
}
