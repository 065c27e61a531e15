package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The whole credentials that a reader was given or has cached, by reference. Only verified credentials enter, so a
 * signature costs once per credential and lease. What it cached is bounded, least recently used out first. Thread-safe.
 */
final class Directory {
    private final Map<Bytes, Signed<Credential>> given = new HashMap<>();
    final Map<Bytes, Signed<Credential>> cached = new LinkedHashMap<>(16, 0.75f, true);
    private final int capacity;

    Directory(List<Signed<Credential>> given, int capacity) {
        given.forEach(credential -> this.given.put(credential.reference(), credential));
        this.capacity = capacity;
    }

    /** Returns whether the reader was given a directory, so that a first visit may send a reference. */
    boolean wasGiven() {
        return !given.isEmpty();
    }

    Optional<Signed<Credential>> find(Bytes reference) {
        Signed<Credential> known = given.get(reference);
        if (known != null) {
            return Optional.of(known);
        }
        synchronized (cached) {
            return Optional.ofNullable(cached.get(reference));
        }
    }

    void cache(Signed<Credential> verified) {
        synchronized (cached) {
            cached.put(verified.reference(), verified);
            if (cached.size() > capacity) {
                var oldest = cached.keySet().iterator();
                oldest.next();
                oldest.remove();
            }
        }
    }
}
