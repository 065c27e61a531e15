package io.lintel.sdk.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A reader in a file ({@code spec/readers.md}). What is missing stays as it is, or is the default where the reader is new.
 *
 * @param name what people see in the app
 * @param readerId what is printed on the reader
 * @param mac its Bluetooth address
 * @param fingerprint SHA-256 of its static key, 32 octets; only readers with a certificate have one
 * @param groups the groups that it belongs to
 * @param technology its colour
 * @param identificationFromApp whether the app's list may open it
 * @param oneTap whether it may be opened by a phone on which nobody chose it
 * @param signalPercent below this signal it is out of reach
 * @param oneTapPercent below this signal it is out of reach of one-tap
 */
public record ReaderEntry(
        String name,
        Optional<String> readerId,
        Optional<MacAddress> mac,
        Optional<Bytes> fingerprint,
        Optional<Set<Integer>> groups,
        Optional<Technology> technology,
        Optional<ReaderDetails.Switch> identificationFromApp,
        Optional<ReaderDetails.Switch> oneTap,
        OptionalInt signalPercent,
        OptionalInt oneTapPercent) {

    /** The size of a fingerprint. */
    public static final int FINGERPRINT_SIZE_BYTES = 32;

    /** Refuses a fingerprint of another size. */
    public ReaderEntry {
        if (fingerprint.isPresent() && fingerprint.get().size() != FINGERPRINT_SIZE_BYTES) {
            throw new IllegalArgumentException("a fingerprint is 64 hex digits");
        }
    }

    /** Everything that there is to say about a reader. */
    public static ReaderEntry of(ReaderDetails details, Optional<Bytes> fingerprint) {
        return new ReaderEntry(
                details.name(),
                details.readerId(),
                details.mac(),
                fingerprint,
                Optional.of(details.groups()),
                Optional.of(details.technology()),
                Optional.of(details.identificationFromApp()),
                Optional.of(details.oneTap()),
                OptionalInt.of(details.signalPercent()),
                OptionalInt.of(details.oneTapPercent()));
    }

    /**
     * These details with what the entry says.
     *
     * @throws IllegalArgumentException where that is out of bounds
     */
    public ReaderDetails over(ReaderDetails details) {
        return new ReaderDetails(
                name,
                readerId.or(details::readerId),
                mac.or(details::mac),
                groups.orElse(details.groups()),
                technology.orElse(details.technology()),
                identificationFromApp.orElse(details.identificationFromApp()),
                oneTap.orElse(details.oneTap()),
                signalPercent.orElse(details.signalPercent()),
                oneTapPercent.orElse(details.oneTapPercent()));
    }

    /** A new reader of what the entry says; throws like {@link #over}. */
    public ReaderDetails asNew() {
        return over(ReaderDetails.named(name));
    }
}
