package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.RevocationList;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a manager has for a reader, before it is sent.
 *
 * @param kind what it is
 * @param number which: a list's epoch, a configuration's revision; 1 to 2^32 - 1
 * @param size its octets, 1 to the kind's most
 * @param hash SHA-256 of its octets: a transfer that was broken off goes on where the hash is the same
 */
record Parcel(Kind kind, long number, int size, Bytes hash) {
    static final long MAX_NUMBER = 0xffff_ffffL;

    /** What travels to readers in parts. */
    enum Kind {
        /** A signed revocation list. */
        LIST(1, RevocationList.MAX_SIGNED_SIZE_BYTES),
        /** The difference from the list that the reader said it has. */
        DELTA(2, ListDelta.MAX_SIZE_BYTES),
        /** A reader's configuration, project key included. */
        CONFIGURATION(3, ReaderArtefact.MAX_SIZE_BYTES);

        private final int code;
        private final int maxSize;

        Kind(int code, int maxSize) {
            this.code = code;
            this.maxSize = maxSize;
        }

        int code() {
            return code;
        }

        static Optional<Kind> ofCode(int code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findAny();
        }
    }

    Parcel {
        if (number < 1 || number > MAX_NUMBER || size < 1 || size > kind.maxSize || hash.size() != LinkWire.HASH_SIZE) {
            throw new IllegalArgumentException("a parcel is out of bounds");
        }
    }
}
