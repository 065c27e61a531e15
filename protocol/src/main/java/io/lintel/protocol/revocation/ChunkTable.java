package io.lintel.protocol.revocation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import java.util.Optional;

/**
 * The hashes of a signed list's chunks, so that a reader takes the list in parts, from anybody, and keeps no octet that the
 * site did not sign ({@code spec/revocation.md}, "Chunks"). A {@link ListHead} vouches for the table. Immutable.
 */
public final class ChunkTable {
    /** Octets of a chunk; the last one may have fewer. */
    public static final int CHUNK_SIZE_BYTES = 2048;

    /** Octets of a chunk's hash: the first of its SHA-256. */
    public static final int HASH_SIZE_BYTES = 16;

    private final Bytes octets;
    private final int listSize;

    private ChunkTable(Bytes octets, int listSize) {
        this.octets = octets;
        this.listSize = listSize;
    }

    /** Returns the table of a list. */
    public static ChunkTable of(Signed<RevocationList> list) {
        Bytes octets = list.bytes();
        int chunks = chunks(octets.size());
        Bytes[] hashes = new Bytes[chunks];
        for (int i = 0; i < chunks; i++) {
            int from = i * CHUNK_SIZE_BYTES;
            hashes[i] = hash(octets.slice(from, Math.min(octets.size(), from + CHUNK_SIZE_BYTES)));
        }
        return new ChunkTable(Bytes.concat(hashes), octets.size());
    }

    /** Returns the table in these octets where it is the one that a verified head vouches for. */
    public static Optional<ChunkTable> read(Signed<ListHead> head, Bytes octets) {
        boolean vouched = octets.size() == size(head.value())
                && Sha256.digest(octets).equals(head.value().tableHash());
        return vouched ? Optional.of(new ChunkTable(octets, head.value().size())) : Optional.empty();
    }

    /** Returns the octets that the table of a list with that head takes. */
    public static int size(ListHead head) {
        return chunks(head.size()) * HASH_SIZE_BYTES;
    }

    /** Returns the head that a list's signer signs for it. */
    public static ListHead head(Signed<RevocationList> list) {
        RevocationList value = list.value();
        return new ListHead(
                value.project(),
                value.issuingEpoch(),
                value.listEpoch(),
                value.issued(),
                value.group(),
                list.bytes().size(),
                list.fingerprint(),
                Sha256.digest(of(list).octets));
    }

    /** Returns how many chunks the list has. */
    public int chunks() {
        return octets.size() / HASH_SIZE_BYTES;
    }

    /** Returns the octets of a chunk, 0 to {@link #chunks()} - 1. */
    public int chunkSize(int chunk) {
        return Math.min(CHUNK_SIZE_BYTES, listSize - chunk * CHUNK_SIZE_BYTES);
    }

    /** Returns whether these are a chunk's octets. */
    public boolean isChunk(int chunk, Bytes content) {
        int from = chunk * HASH_SIZE_BYTES;
        return content.size() == chunkSize(chunk) && hash(content).equals(octets.slice(from, from + HASH_SIZE_BYTES));
    }

    /** Returns the table on the wire. */
    public Bytes octets() {
        return octets;
    }

    private static int chunks(int listSize) {
        return (listSize + CHUNK_SIZE_BYTES - 1) / CHUNK_SIZE_BYTES;
    }

    private static Bytes hash(Bytes chunk) {
        return Sha256.digest(chunk).slice(0, HASH_SIZE_BYTES);
    }
}
