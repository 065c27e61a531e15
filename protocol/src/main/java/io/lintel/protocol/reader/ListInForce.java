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
    private final ReaderMemory memory;
    private final Notebook notebook;
    private volatile Audience audience;

    /** The lowest issuing epoch that counts: noted, so that a list which is lost brings no key back that it gave up. */
    private volatile int minimumIssuingEpoch;

    private volatile @Nullable Signed<RevocationList> list;
    private Slot free = Slot.FIRST;

    /** Whose lists count, and for whom. */
    private record Audience(ProjectTrust site, Set<Integer> groups) {
        /** Returns whether a list that was verified before is one of these still. */
        boolean hears(Signed<RevocationList> list) {
            return site.trusts(list, list.value().issued()) && list.value().isFor(groups);
        }
    }

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
        this.audience = new Audience(site, groups);
        this.memory = memory;
        this.notebook = notebook;
        for (Slot slot : Slot.values()) {
            kept(slot).filter(this::isWelcome).ifPresent(found -> {
                list = found;
                free = slot.other();
            });
        }
        get().filter(this::isWorthNoting).ifPresent(notebook::noteList);
        raiseMinimum();
        brought.filter(found -> isSuccessor(found, list)).ifPresent(this::keep);
    }

    /**
     * Goes by another configuration from now on. A list in force stays where it is for the reader still; the configuration's
     * own takes its place where it is newer, once it is kept. If that fails nothing has changed.
     *
     * @param groups of the reader's certificate
     * @param brought verified
     */
    synchronized void adopt(ProjectTrust site, Set<Integer> groups, Optional<Signed<RevocationList>> brought) {
        Audience next = new Audience(site, groups);
        Signed<RevocationList> stays = signed().filter(next::hears).orElse(null);
        Optional<Signed<RevocationList>> newer = brought.filter(found -> isSuccessor(found, stays));
        newer.ifPresent(this::write);
        audience = next;
        list = newer.orElse(stays);
    }

    /** What a slot holds, if it is whole and the site's: a write that was cut off leaves neither. */
    private Optional<Signed<RevocationList>> kept(Slot slot) {
        try {
            return memory.list(slot).map(audience.site()::verifyListAsIssued).filter(audience::hears);
        } catch (StatementException torn) {
            return Optional.empty();
        }
    }

    /** Notes may be behind their list: the power went between the two, or an earlier release did not note the minimum. */
    private boolean isWorthNoting(RevocationList found) {
        ReaderNotes notes = notebook.notes();
        return found.listEpoch() > notes.listEpoch() || found.minimumIssuingEpoch() > notes.minimumIssuingEpoch();
    }

    Optional<Signed<RevocationList>> signed() {
        return Optional.ofNullable(list);
    }

    Optional<RevocationList> get() {
        return signed().map(Signed::value);
    }

    long epoch() {
        Signed<RevocationList> inForce = list;
        return inForce == null ? 0 : inForce.value().listEpoch();
    }

    /**
     * Verifies a list by what the one in force demands of its signer, keeps it and puts it in force if it is newer; all under
     * one lock, so that no list slips in below a minimum that another has just set.
     *
     * @return whether it was newer
     */
    synchronized boolean install(Bytes signed, Instant now) {
        Signed<RevocationList> candidate = trust().verifyListFor(audience.groups(), signed, now);
        if (!isWelcome(candidate)) {
            return false;
        }
        keep(candidate);
        return true;
    }

    /** Verifies the head of a list as {@link #install} would verify the list. */
    Signed<ListHead> verifyHead(Bytes signed, Instant now) {
        return trust().verifyListHeadFor(audience.groups(), signed, now);
    }

    /** What the site vouches for, as far as the list in force lets it. */
    private ProjectTrust trust() {
        return audience.site().withMinimumIssuingEpoch(minimumIssuingEpoch);
    }

    /** Returns the lowest issuing epoch whose statements count, by all lists that were ever in force. */
    int minimumIssuingEpoch() {
        return minimumIssuingEpoch;
    }

    private void raiseMinimum() {
        int inForce = get().map(RevocationList::minimumIssuingEpoch).orElse(1);
        minimumIssuingEpoch = Math.max(notebook.notes().minimumIssuingEpoch(), inForce);
    }

    /** Newer than the one in force; where that one is lost, at least as new as it was. */
    private boolean isWelcome(Signed<RevocationList> candidate) {
        return welcomes(candidate.value().listEpoch());
    }

    /** Returns whether a list of that epoch is new enough to be put in force. */
    boolean welcomes(long epoch) {
        return welcomes(epoch, list);
    }

    private boolean welcomes(long epoch, @Nullable Signed<RevocationList> before) {
        return before == null
                ? epoch >= notebook.notes().listEpoch()
                : epoch > before.value().listEpoch();
    }

    /** Returns whether a configuration's list follows another: newer, and of a signer that the other lets count. */
    private boolean isSuccessor(Signed<RevocationList> candidate, @Nullable Signed<RevocationList> before) {
        return welcomes(candidate.value().listEpoch(), before)
                && candidate.value().issuingEpoch() >= minimumIssuingEpoch;
    }

    /** The order is the point: the slot, then the note that no older one counts, and only then is it enforced. */
    private void keep(Signed<RevocationList> newer) {
        write(newer);
        list = newer;
    }

    private void write(Signed<RevocationList> newer) {
        memory.keepList(free, newer.bytes());
        notebook.noteList(newer.value());
        free = free.other();
        raiseMinimum();
    }
}
