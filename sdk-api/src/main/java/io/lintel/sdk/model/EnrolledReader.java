package io.lintel.sdk.model;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.statement.Technology;
import java.time.Instant;
import java.util.Set;

/**
 * A reader that has a certificate. It made its keys itself; the manager knows the public ones alone.
 *
 * @param customer whose reader
 * @param number 1, 2, 3, ... within the project
 * @param name shown to people in the app ({@code RDR-02})
 * @param groups the groups it belongs to
 * @param technology its colour ({@code TEC-04})
 * @param dhKey its static key
 * @param signingKey its signing key
 * @param certificate the exact signed octets
 * @param enrolled when
 */
public record EnrolledReader(
        CustomerId customer,
        int number,
        String name,
        Set<Integer> groups,
        Technology technology,
        Bytes dhKey,
        Bytes signingKey,
        Bytes certificate,
        Instant enrolled) {

    /** Checks the name, copies the groups. */
    public EnrolledReader {
        Text.required(name, "the reader's name");
        groups = Set.copyOf(groups);
    }

    /** The SHA-256 of its static key, 32 octets: what a revocation list names a reader by ({@code spec/protocol.md} 5). */
    public Bytes keyFingerprint() {
        return Sha256.digest(dhKey);
    }
}
