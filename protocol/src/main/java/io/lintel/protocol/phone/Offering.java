package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.OfferedDelta;
import io.lintel.protocol.wire.CourierMessage.Want;
import java.util.Optional;

/** A list that a courier has for a reader, with its signed head and, if it has one, a delta from the reader's list. */
record Offering(Signed<RevocationList> list, Bytes head, Optional<ListDelta> delta) {

    Offer message() {
        return new Offer(head, delta.map(known -> new OfferedDelta(known.bytes().size(), known.base())));
    }

    /** Returns what the reader asked for, if it was offered. */
    Optional<Bytes> octets(Want want) {
        return switch (want.what()) {
            case NOTHING -> Optional.empty();
            case DELTA -> delta.map(ListDelta::bytes);
            case TABLE -> Optional.of(ChunkTable.of(list).octets());
            case CHUNK -> chunk(want.chunk());
        };
    }

    private Optional<Bytes> chunk(int chunk) {
        int from = chunk * ChunkTable.CHUNK_SIZE_BYTES;
        int size = list.bytes().size();
        return from >= size
                ? Optional.empty()
                : Optional.of(list.bytes().slice(from, Math.min(size, from + ChunkTable.CHUNK_SIZE_BYTES)));
    }
}
