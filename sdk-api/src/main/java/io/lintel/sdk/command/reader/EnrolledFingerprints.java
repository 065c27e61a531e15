package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.store.UnitOfWork;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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

    static Bytes fingerprint(EnrolledReader reader) {
        try {
            return Bytes.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(reader.dhKey().toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private Map<Bytes, Integer> load() {
        Map<Bytes, Integer> loaded = new HashMap<>();
        int after = 0;
        List<EnrolledReader> page;
        do {
            page = unit.readers().list(customer, after, PAGE);
            for (EnrolledReader reader : page) {
                after = reader.number();
                loaded.put(fingerprint(reader), after);
            }
        } while (page.size() == PAGE);
        return loaded;
    }
}
