package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;

/** A good body with a field replaced, left out, or put where it must not be. */
final class EditedBody {
    private final SortedMap<Integer, Bytes> fields;
    private Bytes before = Bytes.EMPTY;
    private Bytes after = Bytes.EMPTY;

    EditedBody(Bytes body) {
        this.fields = BodyFields.split(body);
    }

    EditedBody number(int field, long value) {
        fields.put(field, FieldLines.number(field, value));
        return this;
    }

    EditedBody fixed(int field, long value) {
        fields.put(field, FieldLines.fixed(field, value));
        return this;
    }

    EditedBody octets(int field, Bytes value) {
        fields.put(field, FieldLines.octets(field, value));
        return this;
    }

    EditedBody packed(int field, Collection<Long> values) {
        fields.put(field, FieldLines.packed(field, values));
        return this;
    }

    EditedBody raw(int field, Bytes octets) {
        fields.put(field, octets);
        return this;
    }

    EditedBody without(int field) {
        fields.remove(field);
        return this;
    }

    /** Puts octets before all fields. */
    EditedBody before(Bytes octets) {
        before = octets;
        return this;
    }

    /** Puts octets behind all fields. */
    EditedBody after(Bytes octets) {
        after = octets;
        return this;
    }

    Bytes field(int field) {
        return fields.get(field);
    }

    Bytes octets() {
        Bytes known =
                Bytes.concat(fields.entrySet().stream().map(Map.Entry::getValue).toArray(Bytes[]::new));
        return Bytes.concat(before, known, after);
    }
}
