package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderMemory.Slot;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The revocation list that a reader enforces ({@code spec/revocation.md}, "Slots"). It is in its slot before it is in force,
 * never in the slot of the list that it replaces, and its epoch never falls. Thread-safe.
 */
final class ListInForce {
    private final ProjectTrust site;
    private final Set<Integer> groups;
    private final ReaderMemory memory;
    private final Notebook notebook;
    private volatile @Nullable Signed<RevocationList> list;
    private Slot free = Slot.FIRST;

    /**
     * Starts with the newest of what is kept and what the configuration brings.
     *
     * @param groups of the reader's certificate
     * @param brought verified; it is kept first if it is newer than what is kept
     */
    ListInForce(
            ProjectTrust site,
            Set<Integer> groups,
            ReaderMemory memory,
            Notebook notebook,
            Optional<Signed<RevocationList>> brought) {
        this.site = site;
        this.groups = groups;
        this.memory = memory;
        this.notebook = notebook;
        for (Slot slot : Slot.values()) {
            kept(slot).filter(this::isWelcome).ifPresent(found -> {
                list = found;
                free = slot.other();
            });
        }
        if (epoch() > notebook.notes().listEpoch()) {
            signed().map(Signed::value).ifPresent(found -> notebook.noteList(found.listEpoch(), found.issued()));
        }
        brought.filter(this::isWelcome).filter(this::isTrusted).ifPresent(this::keep);
    }

    /** What a slot holds, if it is whole and the site's: a write that was cut off leaves neither. */
    private Optional<Signed<RevocationList>> kept(Slot slot) {
        try {
            return memory.list(slot)
                    .map(site::verifyListAsIssued)
                    .filter(found -> found.value().isFor(groups));
        } catch (StatementException torn) {
            return Optional.empty();
        }
    }

    Optional<Signed<RevocationList>> signed() {
        return Optional.ofNullable(list);
    }

    Optional<RevocationList> get() {
        return signed().map(Signed::value);
    }

    long epoch() {
        return get().map(RevocationList::listEpoch).orElse(0L);
    }

    /**
     * Verifies a list by what the one in force demands of its signer, keeps it and puts it in force if it is newer; all under
     * one lock, so that no list slips in below a minimum that another has just set.
     *
     * @return whether it was newer
     */
    synchronized boolean install(Bytes signed, Instant now) {
        ProjectTrust trust = signed().map(site::withList).orElse(site);
        Signed<RevocationList> candidate = trust.verifyListFor(groups, signed, now);
        if (!isWelcome(candidate)) {
            return false;
        }
        keep(candidate);
        return true;
    }

    /** Verifies the head of a list as {@link #install} would verify the list. */
    Signed<ListHead> verifyHead(Bytes signed, Instant now) {
        ProjectTrust trust = signed().map(site::withList).orElse(site);
        return trust.verifyListHeadFor(groups, signed, now);
    }

    /** Newer than the one in force; where that one is lost, at least as new as it was. */
    private boolean isWelcome(Signed<RevocationList> candidate) {
        return welcomes(candidate.value().listEpoch());
    }

    /** Returns whether a list of that epoch is new enough to be put in force. */
    boolean welcomes(long epoch) {
        return list == null ? epoch >= notebook.notes().listEpoch() : epoch > epoch();
    }

    private boolean isTrusted(Signed<RevocationList> candidate) {
        RevocationList newer = candidate.value();
        return newer.issuingEpoch()
                >= get().map(RevocationList::minimumIssuingEpoch).orElse(1);
    }

    /** The order is the point: the slot, then the note that no older one counts, and only then is it enforced. */
    private void keep(Signed<RevocationList> newer) {
        memory.keepList(free, newer.bytes());
        notebook.noteList(newer.value().listEpoch(), newer.value().issued());
        list = newer;
        free = free.other();
    }
}
