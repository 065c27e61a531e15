package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The bounds of a statement's fields, each in one place ({@code spec/protocol.md}, "Statements"). A breach is an {@link
 * IllegalArgumentException} here, and {@link StatementException.Code#MALFORMED} where the value came off the wire.
 */
final class Require {
    static final int MAX_EPOCH = 0xffff;
    static final int MAX_GROUPS = 8;
    static final int MAX_GROUP = 16_383;
    static final long MAX_UINT32 = 0xffff_ffffL;

    private Require() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void size(Bytes value, int size, String what) {
        that(value.size() == size, "the " + what + " has " + value.size() + " octets, it must have " + size);
    }

    /** A public key whose suite the value does not tell; signer and trust hold it against theirs. */
    static void keySize(Bytes key, String what) {
        boolean known = false;
        for (Suite suite : Suite.values()) {
            known |= key.size() == suite.dhKeySize();
        }
        that(known, "the " + what + " has " + key.size() + " octets, which is no suite's key size");
    }

    static void epoch(int epoch, String what) {
        that(epoch >= 1 && epoch <= MAX_EPOCH, "the " + what + " must be 1 to " + MAX_EPOCH);
    }

    static void uint32(long value, String what) {
        that(value >= 1 && value <= MAX_UINT32, "the " + what + " must be 1 to " + MAX_UINT32);
    }

    static void notAfter(Instant first, Instant second, String otherwise) {
        that(!first.isAfter(second), otherwise);
    }

    /** Returns the time without its fraction of a second, which the wire has no room for. */
    static Instant wholeSeconds(Instant time, String what) {
        Instant whole = time.truncatedTo(ChronoUnit.SECONDS);
        uint32(whole.getEpochSecond(), what + " in seconds since 1970");
        return whole;
    }

    /** One group, or all. */
    static void groupOrAll(int group) {
        that(
                group >= RevocationList.ALL_GROUPS && group <= MAX_GROUP,
                "a list's group must be 1 to " + MAX_GROUP + ", or " + RevocationList.ALL_GROUPS + " for all");
    }

    /** Returns the groups in ascending order, unmodifiable. */
    static Groups groups(Set<Integer> groups) {
        that(
                !groups.isEmpty() && groups.size() <= MAX_GROUPS,
                "there must be 1 to " + MAX_GROUPS + " groups, not " + groups.size());
        for (int group : groups) {
            that(group >= 1 && group <= MAX_GROUP, "a group must be 1 to " + MAX_GROUP + ", not " + group);
        }
        return new Groups(groups);
    }
}
