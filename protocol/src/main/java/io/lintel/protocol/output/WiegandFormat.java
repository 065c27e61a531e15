package io.lintel.protocol.output;

import java.util.Optional;

/**
 * The layouts of a Wiegand message: an even parity bit, a facility code, a number, an odd parity bit, each most
 * significant bit first.
 *
 * <p>The even bit makes the count of ones even over itself and the first data bits; the odd bit makes it odd over itself
 * and the last data bits. Source: HID Global, "Understanding Card Data Formats", for H10301, and the layouts that the
 * Proxmark3 client packs under the same names for all four ({@code client/src/wiegand_formats.c}).
 */
public enum WiegandFormat {
    /** 26 bits: facility 0 to 255, number 0 to 65,535. Each parity bit covers 12 data bits. */
    H10301(8, 16, 12),
    /**
     * 34 bits: facility 0 to 65,535, number 0 to 65,535. Each parity bit covers 16 data bits. N10002 has the same layout;
     * variants that read the whole as one number of 32 bits put the same bits on the wire.
     */
    H10306(16, 16, 16),
    /** 37 bits without a facility code: number 0 to 34,359,738,367. Each parity bit covers 18 of 35, one is shared. */
    H10302(0, 35, 18),
    /** 37 bits: facility 0 to 65,535, number 0 to 524,287. Parity as in {@link #H10302}. */
    H10304(16, 19, 18);

    private final int facilityBits;
    private final int numberBits;
    private final int parityReach;

    WiegandFormat(int facilityBits, int numberBits, int parityReach) {
        this.facilityBits = facilityBits;
        this.numberBits = numberBits;
        this.parityReach = parityReach;
    }

    /** What a message says, besides parity. {@link #toString()} is redacted. */
    public record Content(int facility, long number) {
        @Override
        public String toString() {
            return "Content[redacted]";
        }
    }

    /** Returns how many bits a message has, parity included. */
    public int size() {
        return facilityBits + numberBits + 2;
    }

    /** Returns the highest facility code; 0 where the format has none. */
    public int maxFacility() {
        return (1 << facilityBits) - 1;
    }

    /** Returns the highest number beside a facility code. */
    public long maxNumber() {
        return (1L << numberBits) - 1;
    }

    /** Returns the highest number that fills facility and number together. */
    public long maxWholeNumber() {
        return (1L << (facilityBits + numberBits)) - 1;
    }

    /**
     * Returns the message for a facility code and a number.
     *
     * @param facility 0 to {@link #maxFacility()}, or {@link IllegalArgumentException}: it is configuration
     * @throws DoesNotFitException where the number is not 0 to {@link #maxNumber()}
     */
    public BitString encode(int facility, long accessNumber) {
        requireFacility(facility);
        if (accessNumber < 0 || accessNumber > maxNumber()) {
            throw new DoesNotFitException(this, maxNumber(), "beside a facility code");
        }
        return withParity(((long) facility << numberBits) | accessNumber);
    }

    /**
     * Returns the message for a number that fills facility and number together: the facility code is its upper bits.
     *
     * @throws DoesNotFitException where the number is not 0 to {@link #maxWholeNumber()}
     */
    public BitString encode(long accessNumber) {
        if (accessNumber < 0 || accessNumber > maxWholeNumber()) {
            throw new DoesNotFitException(this, maxWholeNumber(), "in all of its bits");
        }
        return withParity(accessNumber);
    }

    /** Returns what a message says, or nothing where its length or parity is wrong. */
    public Optional<Content> decode(BitString message) {
        if (message.size() != size()) {
            return Optional.empty();
        }
        long data = message.field(1, size() - 2);
        return withParity(data).equals(message)
                ? Optional.of(new Content((int) (data >>> numberBits), data & maxNumber()))
                : Optional.empty();
    }

    void requireFacility(int facility) {
        if (facility < 0 || facility > maxFacility()) {
            throw new IllegalArgumentException(
                    this + " has facility codes 0 to " + maxFacility() + ", not " + facility);
        }
    }

    private BitString withParity(long data) {
        int dataBits = facilityBits + numberBits;
        long even = Long.bitCount(data >>> (dataBits - parityReach)) & 1;
        long odd = (Long.bitCount(data & ((1L << parityReach) - 1)) & 1) ^ 1;
        return new BitString((even << (dataBits + 1)) | (data << 1) | odd, size());
    }
}
