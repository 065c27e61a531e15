package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import java.util.Arrays;

/**
 * A list of the trial's site that a courier may carry, with all that goes with it.
 *
 * @param list the signed list
 * @param head its signed head
 * @param table the octets of its chunk table
 */
public record LaterList(Signed<RevocationList> list, Signed<ListHead> head, Bytes table) {
    /**
     * Signs a list of an epoch, which revokes what the trial's own list does, and some serials more. It is as old as that list,
     * and a second for each epoch younger, so no clock has to agree with the kit's.
     */
    public static LaterList of(Material material, long epoch, long... revoked) {
        RevocationList first = material.revocationList();
        long[] serials = Arrays.copyOf(revoked, revoked.length + 1);
        serials[revoked.length] = Material.REVOKED_SERIAL;
        CryptoSuite suite = material.suite();
        StatementSigner signer = new StatementSigner(suite);
        Signed<RevocationList> list = signer.sign(
                material.listKey().privateKey(),
                new RevocationList(
                        first.project(),
                        first.issuingEpoch(),
                        epoch,
                        first.minimumKeyEpoch(),
                        first.minimumIssuingEpoch(),
                        first.issued().plusSeconds(epoch - first.listEpoch()),
                        first.expires(),
                        first.revokedReaderKeys(),
                        CodedSerials.of(Material.BASE_SERIAL, SerialSet.of(serials)),
                        first.group()));
        Signed<ListHead> head = signer.sign(material.listKey().privateKey(), ChunkTable.head(list));
        return new LaterList(list, head, ChunkTable.of(list).octets());
    }

    /** Returns its list epoch. */
    public long epoch() {
        return list.value().listEpoch();
    }

    /** Returns how many chunks it has. */
    public int chunks() {
        return table.size() / ChunkTable.HASH_SIZE_BYTES;
    }

    /** Returns one of its chunks, counted from 0. */
    public Bytes chunk(int number) {
        int from = number * ChunkTable.CHUNK_SIZE_BYTES;
        return list.bytes().slice(from, Math.min(list.bytes().size(), from + ChunkTable.CHUNK_SIZE_BYTES));
    }

    /** Returns the delta that gives it from another list. */
    public ListDelta from(LaterList earlier) {
        return ListDelta.between(earlier.list, list);
    }
}
