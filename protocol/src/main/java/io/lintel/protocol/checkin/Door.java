package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.tap.Trigger;
import java.util.Optional;
import java.util.Set;

/**
 * A reader as its site publishes it to the phones that may pass it ({@code RDR-16}).
 *
 * @param readerNumber the reader's number in the project, 1 to 2^31 - 1
 * @param name what the app shows: 1 to 64 octets of UTF-8, no control characters
 * @param certificate its signed certificate; empty where the phone is to meet the reader by {@code who}
 * @param readerId what is printed on the reader ({@code RDR-03}): 0 to 32 printable ASCII characters
 * @param mac its Bluetooth address ({@code RDR-04}), 6 octets
 * @param signalPercent the signal from which the app may open it ({@code RDR-07}), 0 to 100
 * @param oneTapPercent the signal from which it opens where nobody chose it ({@code RDR-08}), 0 to 100
 * @param modes the ways to open it that the site allows ({@code ONE-04}, {@code ONE-05}); unmodifiable
 */
public record Door(
        int readerNumber,
        String name,
        Optional<Bytes> certificate,
        String readerId,
        Optional<Bytes> mac,
        int signalPercent,
        int oneTapPercent,
        Set<Trigger> modes) {
    /** The size of a Bluetooth address in octets. */
    public static final int MAC_SIZE_BYTES = 6;

    private static final int MAX_NAME_SIZE = 64;
    private static final int MAX_READER_ID_LENGTH = 32;
    private static final int MAX_PERCENT = 100;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public Door {
        Bounds.within(readerNumber, 1, Integer.MAX_VALUE, "reader number");
        Bounds.utf8(name, MAX_NAME_SIZE, "door's name");
        certificate.ifPresent(
                signed -> Bounds.sizeUpTo(signed, ReaderCertificate.MAX_SIGNED_SIZE_BYTES, "reader certificate"));
        Bounds.ascii(readerId, MAX_READER_ID_LENGTH, "reader id");
        mac.ifPresent(address -> Bounds.size(address, MAC_SIZE_BYTES, "Bluetooth address"));
        Bounds.within(signalPercent, 0, MAX_PERCENT, "signal in percent");
        Bounds.within(oneTapPercent, 0, MAX_PERCENT, "one-tap signal in percent");
        modes = Set.copyOf(modes);
    }
}
