package io.lintel.sdk.command.link;

import io.lintel.protocol.link.LinkAccount.Item;
import io.lintel.sdk.model.CustomerId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The newest lists that were asked for last, so that all readers of a site or group are sent the same octets. Thread-safe. */
final class NewestLists {

    private static final int MAX_LISTS = 256;

    private record Key(CustomerId customer, int group) {}

    private final Map<Key, Item> newest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Item> eldest) {
            return size() > MAX_LISTS;
        }
    };

    /** What readers of a group get of an epoch, read where it is not here. */
    Item of(CustomerId customer, int group, long epoch, Supplier<Item> read) {
        Key key = new Key(customer, group);
        Optional<Item> known;
        synchronized (newest) {
            known = Optional.ofNullable(newest.get(key)).filter(item -> item.number() == epoch);
        }
        return known.orElseGet(() -> {
            Item item = read.get();
            synchronized (newest) {
                newest.put(key, item);
            }
            return item;
        });
    }
}
