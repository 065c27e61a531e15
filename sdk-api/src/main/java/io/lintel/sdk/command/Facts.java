package io.lintel.sdk.command;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a command leaves behind for its repetition: a few public values from which the first result is rebuilt. */
public record Facts(Map<String, String> values) {

    public Facts {
        values = Map.copyOf(values);
    }

    public static Facts none() {
        return new Facts(Map.of());
    }

    public Facts with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value instanceof Bytes bytes ? bytes.toHex() : value.toString());
        return new Facts(more);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the command log lacks " + name);
        }
        return value;
    }

    public long number(String name) {
        return Long.parseLong(text(name));
    }

    public Instant instant(String name) {
        return Instant.parse(text(name));
    }

    public Bytes bytes(String name) {
        return Bytes.ofHex(text(name));
    }
}
