package io.lintel.protocol.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.Signed;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A signed list on its way in, part by part and from anybody ({@code spec/revocation.md}, "Heads and chunks"). It keeps no
 * octet that its verified head does not vouch for, and never more than the head's size and its table. Not thread-safe.
 */
public final class ListAssembly {
    private final Signed<ListHead> head;
    private @Nullable ChunkTable table;
    private Bytes[] chunks = new Bytes[0];
    private int missing;

    /** Begins with nothing but a verified head. */
    public ListAssembly(Signed<ListHead> head) {
        this.head = head;
    }

    /** Returns the head of the list. */
    public Signed<ListHead> head() {
        return head;
    }

    /** Returns whether the chunk table is still to come. */
    public boolean lacksTable() {
        return table == null;
    }

    /** Returns the first chunk that is still to come; nothing without a table, and once all are there. */
    public OptionalInt missingChunk() {
        for (int i = 0; i < chunks.length; i++) {
            if (chunks[i].isEmpty()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Returns the octets of a chunk of this list. */
    public int chunkSize(int chunk) {
        return chunkTable().chunkSize(chunk);
    }

    /** Takes the table; returns whether it is the one that the head vouches for. */
    public boolean takeTable(Bytes octets) {
        Optional<ChunkTable> vouched = ChunkTable.read(head, octets);
        if (vouched.isPresent() && lacksTable()) {
            table = vouched.get();
            missing = table.chunks();
            chunks = new Bytes[missing];
            Arrays.fill(chunks, Bytes.EMPTY);
        }
        return vouched.isPresent();
    }

    /** Takes a chunk, again if need be; returns whether it is the one that the table vouches for. */
    public boolean takeChunk(int chunk, Bytes octets) {
        boolean vouched = chunkTable().isChunk(chunk, octets);
        if (vouched && chunks[chunk].isEmpty()) {
            chunks[chunk] = octets;
            missing--;
        }
        return vouched;
    }

    /** Returns the octets of the list once all of it is there. They are verified as a list by whoever uses them. */
    public Optional<Bytes> whole() {
        return table != null && missing == 0 ? Optional.of(Bytes.concat(chunks)) : Optional.empty();
    }

    private ChunkTable chunkTable() {
        if (table == null) {
            throw new IllegalStateException("no chunk is known before the table");
        }
        return table;
    }

    @Override
    public String toString() {
        return "ListAssembly[list epoch " + head.value().listEpoch() + ", " + missing + " of " + chunks.length
                + " chunks are missing]";
    }
}
