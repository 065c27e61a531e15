package io.lintel.sdk.command.link;

import io.lintel.protocol.link.LinkAccount.Item;
import io.lintel.sdk.model.CustomerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest lists of the sites that asked last, so that all readers of a site are sent the same octets. Thread-safe. */
final class NewestLists {

    private static final int MAX_SITES = 256;

    private final Map<CustomerId, Item> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CustomerId, Item> eldest) {
            return size() > MAX_SITES;
        }
    };

    /** A site's list of an epoch, read where it is not here. */
    Item of(CustomerId customer, long epoch, Supplier<Item> read) {
        Optional<Item> known;
        synchronized (newest) {
            known = Optional.ofNullable(newest.get(customer)).filter(item -> item.number() == epoch);
        }
        return known.orElseGet(() -> {
            Item item = read.get();
            synchronized (newest) {
                newest.put(customer, item);
            }
            return item;
        });
    }
}
