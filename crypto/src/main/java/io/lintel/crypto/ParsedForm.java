package io.lintel.crypto;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The form that one provider gave to a key, kept beside the key so that it is parsed once and not at each use. */
final class ParsedForm {
    private record Entry(Object owner, Object form) {}

    private volatile @Nullable Entry entry;

    /** Returns what {@code parser} gave for this owner before, or else calls it. Racing threads may both parse. */
    <T> T get(Object owner, Class<T> type, Supplier<T> parser) {
        Entry known = entry;
        if (known != null && known.owner() == owner) {
            return type.cast(known.form());
        }
        T form = parser.get();
        entry = new Entry(owner, form);
        return form;
    }

    void clear() {
        entry = null;
    }
}
