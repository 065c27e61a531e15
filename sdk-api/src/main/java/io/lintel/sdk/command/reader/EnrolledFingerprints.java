package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.store.UnitOfWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of readers by the fingerprint of their static key, looked up when the first entry asks. */
final class EnrolledFingerprints {

    private static final int PAGE = 500;

    private final UnitOfWork unit;
    private final CustomerId customer;
    private @Nullable Map<Bytes, Integer> numbers;

    EnrolledFingerprints(UnitOfWork unit, CustomerId customer) {
        this.unit = unit;
        this.customer = customer;
    }

    Optional<Integer> find(Bytes fingerprint) {
        Map<Bytes, Integer> known = numbers;
        if (known == null) {
            known = load();
            numbers = known;
        }
        return Optional.ofNullable(known.get(fingerprint));
    }

    private Map<Bytes, Integer> load() {
        Map<Bytes, Integer> loaded = new HashMap<>();
        int after = 0;
        List<EnrolledReader> page;
        do {
            page = unit.readers().list(customer, after, PAGE);
            for (EnrolledReader reader : page) {
                after = reader.number();
                loaded.put(reader.keyFingerprint(), after);
            }
        } while (page.size() == PAGE);
        return loaded;
    }
}
