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
    final Map<Bytes, Signed<Credential>> cached = new LinkedHashMap<>(16, 0.75f, true);
    private final int capacity;
    private volatile Map<Bytes, Signed<Credential>> given;

    Directory(List<Signed<Credential>> given, int capacity) {
        this.given = byReference(given);
        this.capacity = capacity;
    }

    /** Has these in place of those that the reader was given before. */
    void adopt(List<Signed<Credential>> another) {
        given = byReference(another);
    }

    private static Map<Bytes, Signed<Credential>> byReference(List<Signed<Credential>> credentials) {
        Map<Bytes, Signed<Credential>> found = new HashMap<>();
        credentials.forEach(credential -> found.put(credential.reference(), credential));
        return found;
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
