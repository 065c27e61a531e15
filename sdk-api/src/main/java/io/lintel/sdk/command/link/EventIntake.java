package io.lintel.sdk.command.link;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventBatch;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.access.AccessRecord.Holder;
import io.lintel.sdk.access.EventProgress;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.profile.DeleteRules;
import io.lintel.sdk.store.AccessRecords;
import io.lintel.sdk.store.Counters.Counter;
import java.util.Optional;

/** Keeps the events of one reader, each once: how far its series has come is kept with them, in one unit. */
final class EventIntake {

    private final CommandContext context;
    private final CustomerId customer;
    private final int reader;
    private final AccessRecords accesses;

    EventIntake(CommandContext context, CustomerId customer, int reader) {
        this.context = context;
        this.customer = customer;
        this.reader = reader;
        this.accesses = context.unit().accesses();
    }

    /** Returns the highest number that is kept now, or known to be lost. */
    long keep(Bytes readerKey, EventBatch batch) {
        EventProgress before = accesses.progress(customer, readerKey, batch.series())
                .orElse(new EventProgress(customer, readerKey, batch.series(), 0, 0));
        if (batch.last() <= before.highest()) {
            return before.highest();
        }
        long missing = Math.max(0, batch.first() - before.highest() - 1);
        if (missing > 0) {
            context.record(customer, Change.Kind.ACCESS_EVENTS_LOST, reader);
        }
        for (int i = 0; i < batch.events().size(); i++) {
            if (batch.first() + i > before.highest()) {
                add(batch.events().get(i));
            }
        }
        accesses.put(new EventProgress(
                customer, readerKey, batch.series(), batch.last(), Math.addExact(before.lost(), missing)));
        return batch.last();
    }

    private void add(DoorEvent event) {
        accesses.add(new AccessRecord(
                customer,
                context.unit().counters().next(customer, Counter.ACCESS_EVENT),
                reader,
                holder(event.serial()),
                event.at(),
                context.now(),
                event.denial(),
                event.path(),
                event.transport(),
                event.intent().trigger()));
    }

    /** A credential that was forgotten stays so, and one that went with its person where the profile forgets that. */
    private Optional<Holder> holder(long serial) {
        return context.unit()
                .credentials()
                .find(customer, serial)
                .filter(credential -> credential.state() != CredentialState.DELETED || !forgetsHistory())
                .map(credential -> new Holder(serial, credential.person()));
    }

    private boolean forgetsHistory() {
        return context.profile(customer).delete().history() == DeleteRules.History.PURGE;
    }
}
