package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.util.Optional;

/**
 * The octets on the air around a {@link ReaderAdvertisement}: advertising structures within the 31 octets of a legacy packet
 * ({@code spec/ble.md} 2.1; Core Specification Supplement, part A).
 */
public final class AdvertisingPayload {
    /** The most octets of one advertisement, and of one scan response. */
    public static final int MAX_OCTETS = 31;

    private static final int FLAGS = 0x01;
    private static final int COMPLETE_UUIDS_128 = 0x07;
    private static final int SERVICE_DATA_128 = 0x21;
    /** General discoverable, no classic Bluetooth. */
    private static final int DISCOVERABLE_LE_ONLY = 0x06;

    private static final int UUID_OCTETS = 16;
    private static final Bytes SERVICE = littleEndian();

    private AdvertisingPayload() {}

    /** The advertisement: flags and the service, which phones filter by; 21 octets. */
    public static Bytes advertisement() {
        return Bytes.concat(structure(FLAGS, Bytes.of(DISCOVERABLE_LE_ONLY)), structure(COMPLETE_UUIDS_128, SERVICE));
    }

    /** The scan response, or a second advertisement: the service data; 30 octets. */
    public static Bytes scanResponse(ReaderAdvertisement reader) {
        return structure(SERVICE_DATA_128, Bytes.concat(SERVICE, reader.encoded()));
    }

    /**
     * Finds a reader in an advertisement, a scan response, or one behind the other as some systems report them; empty where
     * there is none. Never throws on what is on the air.
     */
    public static Optional<ReaderAdvertisement> parse(Bytes payload) {
        int at = 0;
        while (at < payload.size()) {
            int length = payload.unsigned(at);
            int end = at + 1 + length;
            if (length == 0) {
                at++; // padding, which may stand between a padded advertisement and its scan response
                continue;
            }
            if (end > payload.size()) {
                return Optional.empty();
            }
            Bytes value = payload.slice(at + 2, end);
            if (payload.unsigned(at + 1) == SERVICE_DATA_128 && value.startsWith(SERVICE)) {
                return ReaderAdvertisement.parse(value.slice(UUID_OCTETS, value.size()));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static Bytes structure(int type, Bytes value) {
        return Bytes.concat(Bytes.of(1 + value.size(), type), value);
    }

    private static Bytes littleEndian() {
        byte[] octets = new byte[UUID_OCTETS];
        for (int i = 0; i < UUID_OCTETS / 2; i++) {
            octets[i] = (byte) (BleUuids.SERVICE.getLeastSignificantBits() >>> (8 * i));
            octets[i + UUID_OCTETS / 2] = (byte) (BleUuids.SERVICE.getMostSignificantBits() >>> (8 * i));
        }
        return Bytes.copyOf(octets);
    }
}
