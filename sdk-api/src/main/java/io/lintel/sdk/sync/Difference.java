package io.lintel.sdk.sync;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One difference between a file and what is there. The values may be personal data: {@link #describe} shows them, {@code
 * toString} does not.
 *
 * @param kind what the import would do
 * @param line where the file says so; 0 for what it does not mention
 * @param number the number of what is there; 0 for what is not yet there
 * @param name what it is called
 * @param fields what changes; empty unless something there gets other values
 */
public record Difference(Kind kind, long line, long number, String name, List<FieldChange> fields) {

    /** What an import would do. */
    public enum Kind {
        /** Add it. */
        ADDED("+"),
        /** Give it other values. */
        CHANGED("~"),
        /** Remove it, because the request said so. */
        REMOVED("-");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** Copies the fields. */
    public Difference {
        fields = List.copyOf(fields);
    }

    /** One line for a person: a sign, the number, the name, and the values before and after. */
    public String describe() {
        String changes = fields.stream()
                .map(field -> ", " + field.field() + ": " + quoted(field.before()) + " -> " + quoted(field.after()))
                .collect(Collectors.joining());
        return kind.sign + (number == 0 ? "" : " " + number) + " " + name + changes;
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "nothing" : '"' + value + '"';
    }

    @Override
    public String toString() {
        return "Difference[" + kind + ", line " + line + ", #" + number + "]";
    }
}
