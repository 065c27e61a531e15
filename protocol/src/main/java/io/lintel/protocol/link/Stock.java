package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.LinkAccount.Configuration;
import io.lintel.protocol.link.LinkAccount.Item;
import io.lintel.protocol.link.Parcel.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a manager has offered over one connection, and holds until the reader has it or the connection is gone. Of each kind
 * it holds what it offered last: parts of anything earlier are not sent behind the newer offer.
 */
final class Stock implements AutoCloseable {
    private final LinkAccount account;
    private final Map<Kind, Piece> pieces = new EnumMap<>(Kind.class);

    /** A parcel with its octets. */
    private sealed interface Piece {
        Parcel parcel();

        Bytes slice(int from, int to);
    }

    private record Open(Parcel parcel, Bytes octets) implements Piece {
        @Override
        public Bytes slice(int from, int to) {
            return octets.slice(from, to);
        }
    }

    /** It holds the project key. */
    private record Closed(Parcel parcel, Configuration configuration) implements Piece {
        @Override
        public Bytes slice(int from, int to) {
            byte[] copy = configuration.artefact().copy();
            try {
                return Bytes.copyOf(copy, from, to - from);
            } finally {
                Arrays.fill(copy, (byte) 0);
            }
        }
    }

    Stock(LinkAccount account) {
        this.account = account;
    }

    /** Returns what is newer than what a reader says it has. */
    List<Parcel> after(ReaderReport report) {
        List<Parcel> newer = new ArrayList<>();
        list(report).ifPresent(newer::add);
        configuration(report).ifPresent(newer::add);
        return newer;
    }

    /** The whole list that was offered before, perhaps in place of a refused delta, stays: the reader may be fetching it. */
    private Optional<Parcel> list(ReaderReport report) {
        Optional<Item> list = account.listAfter(report.listEpoch());
        pieces.remove(Kind.DELTA);
        Piece held = pieces.remove(Kind.LIST);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        if (held != null && held.parcel().hash().equals(list.get().hash())) {
            pieces.put(Kind.LIST, held);
            return Optional.of(held.parcel());
        }
        return report.list()
                .flatMap(account::deltaFrom)
                .map(item -> put(Kind.DELTA, item))
                .or(() -> list.map(item -> put(Kind.LIST, item)));
    }

    /** Returns what of a kind is newer, and in place of a delta the whole list. */
    Optional<Parcel> again(Kind kind, ReaderReport report) {
        return kind == Kind.CONFIGURATION
                ? configuration(report)
                : account.listAfter(report.listEpoch()).map(item -> put(Kind.LIST, item));
    }

    /**
     * Returns octets of a parcel that was offered, from an offset on, as many as one answer takes: none behind its end. Empty
     * where it is not the last of its kind.
     */
    Optional<Bytes> find(Kind kind, Bytes hash, int offset) {
        return Optional.ofNullable(pieces.get(kind))
                .filter(piece -> piece.parcel().hash().equals(hash))
                .map(piece -> slice(piece, offset));
    }

    private static Bytes slice(Piece piece, int offset) {
        int from = Math.min(offset, piece.parcel().size());
        int to = Math.min(piece.parcel().size(), from + LinkWire.MAX_PARTS * LinkWire.PART_SIZE);
        return piece.slice(from, to);
    }

    /** One that was offered is offered again: to sign another would let the project key out once more. */
    private Optional<Parcel> configuration(ReaderReport report) {
        Piece held = pieces.get(Kind.CONFIGURATION);
        if (held != null && held.parcel().number() > report.keptRevision()) {
            return Optional.of(held.parcel());
        }
        forgetConfiguration();
        return account.configurationAfter(report.keptRevision()).map(this::put);
    }

    private Parcel put(Kind kind, Item item) {
        Parcel parcel = new Parcel(kind, item.number(), item.octets().size(), item.hash());
        pieces.put(kind, new Open(parcel, item.octets()));
        return parcel;
    }

    private Parcel put(Configuration configuration) {
        SecretBytes artefact = configuration.artefact();
        Parcel parcel = new Parcel(Kind.CONFIGURATION, configuration.revision(), artefact.size(), configuration.hash());
        pieces.put(Kind.CONFIGURATION, new Closed(parcel, configuration));
        return parcel;
    }

    private void forgetConfiguration() {
        if (pieces.remove(Kind.CONFIGURATION) instanceof Closed gone) {
            gone.configuration().close();
        }
    }

    @Override
    public void close() {
        forgetConfiguration();
        pieces.clear();
    }
}
