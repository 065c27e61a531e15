package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts something of a known size together from the parts that a courier sends, and cuts it into them. Not thread-safe. */
public final class PartBuffer {
    private final int size;
    private final List<Bytes> parts = new ArrayList<>();
    private int received;

    /** Begins to receive so many octets, at least one. */
    public PartBuffer(int size) {
        this.size = size;
    }

    /**
     * Takes the next part; returns the whole once it is there.
     *
     * @throws MalformedException for a part that is neither full nor the rest
     */
    public Optional<Bytes> take(Bytes part) {
        int expected = Math.min(CourierMessage.PART_SIZE, size - received);
        MalformedException.unless(part.size() == expected, "part size");
        parts.add(part);
        received += expected;
        return received == size ? Optional.of(Bytes.concat(parts.toArray(Bytes[]::new))) : Optional.empty();
    }

    /** Returns something cut into parts. */
    public static List<CourierMessage> parts(Bytes whole) {
        List<CourierMessage> parts = new ArrayList<>();
        for (int from = 0; from < whole.size(); from += CourierMessage.PART_SIZE) {
            int to = Math.min(whole.size(), from + CourierMessage.PART_SIZE);
            parts.add(new CourierMessage.Part(whole.slice(from, to)));
        }
        return parts;
    }
}
