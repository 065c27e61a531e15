package io.lintel.protocol.revocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkTableTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final ProjectTrust trust = site.trust();
    private final Signed<RevocationList> list = list(4000);
    private final Signed<ListHead> head = site.sign(ChunkTable.head(list));
    private final ChunkTable table = ChunkTable.of(list);

    @Test
    @Spec({"LIST-3-1", "LIST-3-2"})
    void chunksOfALongListAreCheckedOneByOneAndMakeTheList() {
        ChunkTable read = ChunkTable.read(trust.verifyListHead(head.bytes(), TestSite.NOW), table.octets())
                .orElseThrow();
        assertTrue(read.chunks() > 2, "chunks " + read.chunks());
        List<Bytes> chunks = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < read.chunks(); i++) {
            Bytes chunk = list.bytes().slice(from, from + read.chunkSize(i));
            assertTrue(read.isChunk(i, chunk));
            assertFalse(read.isChunk((i + 1) % read.chunks(), chunk));
            assertFalse(read.isChunk(i, flipped(chunk)));
            assertFalse(read.isChunk(i, chunk.slice(0, chunk.size() - 1)));
            chunks.add(chunk);
            from += chunk.size();
        }
        assertEquals(list.bytes(), Bytes.concat(chunks.toArray(Bytes[]::new)));
    }

    @Test
    @Spec("LIST-3-3")
    void tableThatTheHeadDoesNotVouchForIsNone() {
        assertTrue(ChunkTable.read(head, flipped(table.octets())).isEmpty());
        assertTrue(ChunkTable.read(head, table.octets().slice(0, 16)).isEmpty());
        assertTrue(ChunkTable.read(head, ChunkTable.of(list(10)).octets()).isEmpty());
    }

    @Test
    void headNamesTheListThatItIsOf() {
        assertEquals(list.fingerprint(), head.value().listHash());
        assertEquals(list.bytes().size(), head.value().size());
        assertEquals(list.value().listEpoch(), head.value().listEpoch());
    }

    private Signed<RevocationList> list(int serials) {
        return site.list(
                5,
                1,
                SerialSet.of(new Random(serials)
                        .longs(serials, 1, 1_000_000)
                        .distinct()
                        .toArray()));
    }

    private static Bytes flipped(Bytes octets) {
        byte[] changed = octets.toByteArray();
        changed[changed.length / 2] ^= 1;
        return Bytes.copyOf(changed);
    }
}
