package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.Want;
import io.lintel.protocol.reader.ReaderArtefactException;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a reader takes what its manager offers: in parts, verified when it is whole, and used only if the site signed it. What
 * does not verify changes nothing; the same is not taken again over this connection. What could not be stored is not taken again
 * until {@link #retry}.
 */
final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final LinkedReader reader;

    /** What was asked for over this connection: from which offset on, parts that were not asked for are refused. */
    private final Map<Parcel.Kind, Integer> asked = new EnumMap<>(Parcel.Kind.class);

    private final Set<Bytes> refused = new HashSet<>();
    private final Set<Bytes> notStored = new HashSet<>();

    Intake(LinkedReader reader) {
        this.reader = reader;
    }

    /** What came of a part. */
    sealed interface Outcome {
        /** There is more to ask for. */
        record More(Want want) implements Outcome {}

        /** It was the last, and something is in force or kept now that was not before. */
        record Taken() implements Outcome {}

        /** Nothing is to be said. */
        record Nothing() implements Outcome {}
    }

    Optional<Want> offered(Parcel parcel) {
        boolean isNew = switch (parcel.kind()) {
            case LIST, DELTA -> parcel.number() > reader.report().listEpoch();
            case CONFIGURATION -> parcel.number() > reader.keeper().revision();
        };
        return isNew && !isRefused(parcel) && !isUnderWay(parcel)
                ? Optional.of(want(reader.transfer(parcel)))
                : Optional.empty();
    }

    private boolean isRefused(Parcel parcel) {
        return refused.contains(parcel.hash()) || notStored.contains(parcel.hash());
    }

    /** Takes what could not be stored when it is offered the next time: there may be room by now. */
    void retry() {
        notStored.clear();
    }

    /** An offer that is made again changes nothing while parts of it are coming. */
    private boolean isUnderWay(Parcel parcel) {
        return asked.containsKey(parcel.kind())
                && reader.transfer(parcel.kind())
                        .filter(transfer -> transfer.parcel().equals(parcel))
                        .isPresent();
    }

    Outcome received(Part part, Instant now) {
        int end = asked.getOrDefault(part.kind(), 0);
        LinkFault.unless(part.offset() < end, LinkEnd.UNEXPECTED);
        Transfer transfer = reader.transfer(part.kind()).orElseThrow(() -> new LinkFault(LinkEnd.UNEXPECTED));
        LinkFault.unless(transfer.add(part.offset(), part.octets()), LinkEnd.UNEXPECTED);
        if (!transfer.isComplete()) {
            return transfer.received() < end ? new Outcome.Nothing() : new Outcome.More(want(transfer));
        }
        asked.remove(part.kind());
        try (SecretBytes whole = transfer.whole()) {
            return take(transfer.parcel(), whole, now);
        } finally {
            reader.drop(part.kind());
        }
    }

    private Want want(Transfer transfer) {
        Parcel parcel = transfer.parcel();
        asked.put(parcel.kind(), transfer.received() + LinkWire.MAX_PARTS * LinkWire.PART_SIZE);
        return new Want(parcel.kind(), Optional.of(parcel.hash()), transfer.received());
    }

    private Outcome take(Parcel parcel, SecretBytes whole, Instant now) {
        try {
            boolean isTaken = switch (parcel.kind()) {
                case LIST -> install(parcel, octets(whole), now);
                case DELTA -> apply(parcel, octets(whole), now);
                case CONFIGURATION -> keep(parcel, whole);
            };
            if (isTaken) {
                return new Outcome.Taken();
            }
        } catch (RuntimeException failed) {
            // The ports' own: a memory throws one kind, a keeper whatever its storage throws.
            return notStored(parcel, failed);
        }
        refused.add(parcel.hash());
        return parcel.kind() == Parcel.Kind.DELTA
                ? new Outcome.More(new Want(Parcel.Kind.LIST, Optional.empty(), 0))
                : new Outcome.Nothing();
    }

    private boolean install(Parcel parcel, Bytes list, Instant now) {
        try {
            return isWhole(parcel, list) && reader.reader().install(list, now);
        } catch (StatementException notTheSites) {
            return false;
        }
    }

    private boolean apply(Parcel parcel, Bytes octets, Instant now) {
        Optional<Signed<RevocationList>> base = reader.reader().listInForce();
        try {
            return isWhole(parcel, octets)
                    && base.isPresent()
                    && reader.reader().install(ListDelta.parse(octets).applyTo(base.get()), now);
        } catch (ListDeltaException | StatementException notTheSites) {
            return false;
        }
    }

    private boolean keep(Parcel parcel, SecretBytes artefact) {
        Bytes octets = octets(artefact);
        try {
            if (!isWhole(parcel, octets)) {
                return false;
            }
            reader.keeper().take(artefact);
            return true;
        } catch (ReaderArtefactException notForThisReader) {
            return false;
        }
    }

    /** The link outlives it: events still go home. */
    private Outcome notStored(Parcel parcel, RuntimeException failed) {
        LOG.error("what came over the link was not kept and is not in force", failed);
        notStored.add(parcel.hash());
        return new Outcome.Nothing();
    }

    private boolean isWhole(Parcel parcel, Bytes octets) {
        return reader.suite().sha256(octets).equals(parcel.hash());
    }

    private static Bytes octets(SecretBytes whole) {
        byte[] copy = whole.copy();
        try {
            return Bytes.copyOf(copy);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }
}
