package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a reader says to everybody around: service data of twelve octets ({@code spec/ble.md} 2).
 *
 * <p>Nothing authenticates it. It saves a phone connections to doors that are not its own; the opener proves which reader it is.
 *
 * @param projectTag the first 4 octets of the project id
 * @param readerTag the first 4 octets of SHA-256 of the reader's static public key
 * @param psm where the reader accepts L2CAP channels: 0x0080 to 0x00ff, or 0 for GATT alone
 * @param powerAtOneMetre the signal in dBm that a phone measures one metre away, -127 to 20
 * @param flags what holds now; unmodifiable
 */
public record ReaderAdvertisement(
        Bytes projectTag, Bytes readerTag, int psm, int powerAtOneMetre, Set<AdvertisementFlag> flags) {
    /** The size of service data without its UUID. */
    public static final int SIZE_OCTETS = 12;

    private static final int TAG_OCTETS = 4;
    private static final int VERSION = 1;
    private static final int FLAG_BITS = 0x0F;
    private static final int FIRST_PSM = 0x0080;
    private static final int LAST_PSM = 0x00FF;
    private static final int WEAKEST = -127;
    private static final int STRONGEST = 20;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderAdvertisement {
        if (projectTag.size() != TAG_OCTETS || readerTag.size() != TAG_OCTETS) {
            throw new IllegalArgumentException("a tag has 4 octets");
        }
        if (!isPsm(psm)) {
            throw new IllegalArgumentException("a PSM is 0x0080 to 0x00ff, or 0 for none, not " + psm);
        }
        if (powerAtOneMetre < WEAKEST || powerAtOneMetre > STRONGEST) {
            throw new IllegalArgumentException("a power is -127 to 20 dBm, not " + powerAtOneMetre);
        }
        EnumSet<AdvertisementFlag> copy = EnumSet.noneOf(AdvertisementFlag.class);
        copy.addAll(flags);
        flags = Collections.unmodifiableSet(copy);
    }

    private static boolean isPsm(int psm) {
        return psm == 0 || (psm >= FIRST_PSM && psm <= LAST_PSM);
    }

    /** Returns the service data. */
    public Bytes encoded() {
        int bits = 0;
        for (AdvertisementFlag flag : flags) {
            bits |= flag.bit();
        }
        return Bytes.concat(
                Bytes.of(VERSION << 4 | bits),
                projectTag,
                readerTag,
                Bytes.of(psm >> 8, psm & 0xff, powerAtOneMetre & 0xff));
    }

    /**
     * Reads service data; empty where it is of another version, or out of bounds. Octets behind the twelfth and flags that
     * have no meaning yet are ignored.
     */
    public static Optional<ReaderAdvertisement> parse(Bytes serviceData) {
        if (serviceData.size() < SIZE_OCTETS || serviceData.unsigned(0) >> 4 != VERSION) {
            return Optional.empty();
        }
        int psm = serviceData.unsigned(9) << 8 | serviceData.unsigned(10);
        int power = serviceData.get(11);
        if (!isPsm(psm) || power < WEAKEST || power > STRONGEST) {
            return Optional.empty();
        }
        return Optional.of(new ReaderAdvertisement(
                serviceData.slice(1, 5),
                serviceData.slice(5, 9),
                psm,
                power,
                AdvertisementFlag.of(serviceData.unsigned(0) & FLAG_BITS)));
    }
}
