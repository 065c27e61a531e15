package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.util.List;

/** Notes readers that hold a newer list than their manager knows. */
public final class AheadReaders {

    private AheadReaders() {}

    /** A reader says that it has a list of an epoch: an alarm where no such list was published, once for each higher epoch. */
    public static void note(CommandContext context, CustomerId customer, int reader, long listEpoch) {
        boolean isNews = listEpoch > context.unit().counters().last(customer, Counter.LIST_EPOCH)
                && context.unit()
                        .restorations()
                        .ahead(customer, reader)
                        .filter(said -> said.listEpoch() >= listEpoch)
                        .isEmpty();
        if (isNews) {
            context.unit().restorations().put(new ReaderAhead(customer, reader, listEpoch, context.now()));
            context.record(customer, Change.Kind.READER_AHEAD, reader);
        }
    }

    /** Those that still are. */
    public static List<ReaderAhead> list(UnitOfWork unit, CustomerId customer) {
        return unit.restorations().ahead(customer, unit.counters().last(customer, Counter.LIST_EPOCH));
    }
}
