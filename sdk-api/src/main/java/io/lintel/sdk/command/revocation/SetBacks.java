package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.SetBack;
import io.lintel.sdk.store.EnforcementRecords;
import java.time.Instant;
import java.util.Optional;

/** Writes down that readers were set back. */
public final class SetBacks {

    private SetBacks() {}

    /** A reader's newest receipt proves no more what its reader enforces. */
    static void note(
            CommandContext context, CustomerId customer, KnownReceipt lost, long epoch, Optional<Instant> after) {
        EnforcementRecords records = context.unit().enforcement();
        long number = records.setBack(customer, lost.reader())
                .map(earlier -> Math.max(earlier.lostNumber(), lost.number()))
                .orElse(lost.number());
        records.add(new SetBack(customer, lost.reader(), context.now(), number, lost.listEpoch(), epoch, after));
        context.record(customer, Change.Kind.READER_SET_BACK, lost.reader());
    }

    /**
     * Takes a linked reader's word that it has a lower list than its receipt says. Its receipt, which follows, tells the rest; one
     * that came while it was linked may be younger than this word, and stays.
     */
    public static void reported(CommandContext context, Site site, int reader, long epoch, Instant linked) {
        CustomerId customer = site.customer();
        Optional<KnownReceipt> lost = context.unit()
                .enforcement()
                .newest(customer, reader)
                .filter(known -> known.received().isBefore(linked) && epoch < known.listEpoch());
        if (lost.isEmpty()) {
            return;
        }
        // Its receipts of before show less than this on its clock, unless that is ahead.
        note(context, customer, lost.get(), epoch, Optional.of(context.now()));
        Touched touched = new Touched();
        context.unit().enforcement().certified(customer).stream()
                .filter(known -> known.number() == reader)
                .forEach(known -> touched.setBack(known, epoch));
        Settlement.after(context, site, touched);
    }
}
