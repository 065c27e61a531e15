package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.Suite;

/**
 * The name of a project, derived from its root key: the first 8 octets of SHA-256 over {@code "lintel/1/project"}, a zero
 * octet, the suite's number and the root's public key ({@code spec/protocol.md}, "Statements").
 *
 * @param value 8 octets
 */
public record ProjectId(Bytes value) {
    /** The size of a project id in octets. */
    public static final int SIZE_BYTES = 8;

    /** The size of a project tag in octets. */
    public static final int TAG_SIZE_BYTES = 4;

    private static final Bytes CONTEXT = Bytes.concat(Bytes.utf8("lintel/1/project"), Bytes.of(0));

    /** The id that was read last. */
    private static volatile ProjectId latest = new ProjectId(Bytes.takeOwnership(new byte[SIZE_BYTES]));

    /** Refuses a value of another size with {@link IllegalArgumentException}. */
    public ProjectId {
        Require.size(value, SIZE_BYTES, "project id");
    }

    /** Returns the id of the project whose root key is {@code rootKey}. */
    public static ProjectId of(Suite suite, Bytes rootKey) {
        Require.size(rootKey, suite.signingKeySize(), "root key");
        return new ProjectId(
                Sha256.digest(CONTEXT, Bytes.of(suite.id()), rootKey).slice(0, SIZE_BYTES));
    }

    /**
     * Returns the id in a statement: the same object where the one that was read before it is equal. A reader keeps many statements of one
     * project, and looks at each one's id whenever it is used.
     */
    static ProjectId read(Bytes value) {
        ProjectId before = latest;
        if (before.value.equals(value)) {
            return before;
        }
        ProjectId read = new ProjectId(value);
        latest = read;
        return read;
    }

    /** Returns the first 4 octets, which an opener carries in clear. */
    public Bytes tag() {
        return value.slice(0, TAG_SIZE_BYTES);
    }

    /** Returns the id in hex. */
    @Override
    public String toString() {
        return value.toHex();
    }
}
