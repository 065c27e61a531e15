package io.lintel.protocol.output;

import io.lintel.crypto.Bytes;

/**
 * The reply {@code osdp_RAW} of an OSDP peripheral: card data as bits (SIA OSDP v2.2, reply 0x50; IEC 60839-11-5). This is
 * the reply's code and data; header, sequence number, secure channel and checksum are the OSDP stack's.
 *
 * @param readerNumber which reader of the peripheral, 0 for the first; 0 to 255
 * @param format what the panel should take the bits for
 * @param card the bits
 */
public record OsdpCardData(int readerNumber, Format format, BitString card) {
    /** The code of the reply {@code osdp_RAW}. */
    public static final int REPLY_CODE = 0x50;

    private static final int MAX_READER_NUMBER = 0xff;

    /** The format code of a card-data reply. */
    public enum Format {
        /** Bits of no stated layout. */
        UNSPECIFIED(0),
        /** Parity, data, parity: Wiegand. */
        WIEGAND(1);

        private final int code;

        Format(int code) {
            this.code = code;
        }

        /** Returns the number on the wire. */
        public int code() {
            return code;
        }
    }

    /** Refuses a reader number out of bounds with {@link IllegalArgumentException}. */
    public OsdpCardData {
        if (readerNumber < 0 || readerNumber > MAX_READER_NUMBER) {
            throw new IllegalArgumentException("an OSDP reader number is 0 to 255, not " + readerNumber);
        }
    }

    /** Returns the reply that carries a Wiegand message. */
    public static OsdpCardData wiegand(int readerNumber, BitString message) {
        return new OsdpCardData(readerNumber, Format.WIEGAND, message);
    }

    /**
     * Returns the reply's octets: code 0x50, reader number, format code, bit count in 2 octets little-endian, then the bits
     * from the most significant bit of the first octet on, with zeros after the last.
     */
    public Bytes reply() {
        return Bytes.concat(
                Bytes.of(REPLY_CODE, readerNumber, format.code(), card.size() & 0xff, card.size() >> 8),
                card.leftAligned());
    }
}
