package io.lintel.sdk.command.link;

import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.link.LinkNews;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what tells that linked readers have something to be told. */
public final class SiteNews {

    private SiteNews() {}

    public static LinkNews of(UnitOfWork unit, CustomerId customer) {
        String keys = Arrays.stream(KeySet.values())
                .map(set -> unit.keyEpochs().of(customer, set))
                .map(epochs -> epochs.newest() + "/" + epochs.readers())
                .collect(Collectors.joining(" "));
        return new LinkNews(
                unit.counters().last(customer, Counter.LIST_EPOCH),
                unit.registrations().state(customer).revision(),
                keys);
    }
}
