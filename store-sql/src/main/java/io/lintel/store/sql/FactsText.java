package io.lintel.store.sql;

import java.util.Map;
import java.util.TreeMap;

/**
 * The facts of a command as one text: {@code name=value}, one to a line. In values a backslash stands twice, and a line's
 * end as {@code \n}.
 */
final class FactsText {

    private FactsText() {}

    static String write(Map<String, String> facts) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(facts).forEach((name, value) -> {
            requireName(name);
            text.append(text.length() == 0 ? "" : "\n").append(name).append('=').append(escaped(value));
        });
        return text.toString();
    }

    static Map<String, String> read(String text) {
        Map<String, String> facts = new TreeMap<>();
        for (String line : text.split("\n", -1)) {
            if (!line.isEmpty()) {
                int middle = line.indexOf('=');
                facts.put(line.substring(0, middle), unescaped(line.substring(middle + 1)));
            }
        }
        return facts;
    }

    private static void requireName(String name) {
        if (name.isEmpty() || name.indexOf('=') >= 0 || name.indexOf('\n') >= 0) {
            throw new IllegalArgumentException("a fact's name is a word");
        }
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String value) {
        if (value.indexOf('\\') < 0) {
            return value;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char next = value.charAt(i);
            if (next == '\\') {
                i++;
                next = value.charAt(i) == 'n' ? '\n' : value.charAt(i);
            }
            text.append(next);
        }
        return text.toString();
    }
}
