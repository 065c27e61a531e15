package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.util.Arrays;

/** What a reader has of a parcel so far. Room is made as octets come, so that an offer alone costs nothing. */
final class Transfer implements AutoCloseable {
    private final Parcel parcel;
    private byte[] octets = new byte[0];
    private int received;

    Transfer(Parcel parcel) {
        this.parcel = parcel;
    }

    Parcel parcel() {
        return parcel;
    }

    int received() {
        return received;
    }

    boolean isComplete() {
        return received == parcel.size();
    }

    /** Adds the octets that come next, and says whether they do. */
    boolean add(int offset, Bytes part) {
        if (offset != received || part.size() > parcel.size() - received) {
            return false;
        }
        if (received + part.size() > octets.length) {
            byte[] larger =
                    Arrays.copyOf(octets, Math.min(parcel.size(), Math.max(2 * octets.length, 2 * part.size())));
            Arrays.fill(octets, (byte) 0);
            octets = larger;
        }
        part.copyTo(octets, received);
        received += part.size();
        return true;
    }

    /** Returns a copy of all octets, which is the caller's. */
    SecretBytes whole() {
        return SecretBytes.takeOwnership(Arrays.copyOf(octets, received));
    }

    /** Overwrites what is here: it may hold a project key. */
    @Override
    public void close() {
        Arrays.fill(octets, (byte) 0);
    }
}
