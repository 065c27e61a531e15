package io.lintel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@link Spec} in the source of a test.
 *
 * @param arguments what stands between its brackets
 * @param method the name of the method that it is on; empty where it is on a class
 */
record SpecAnnotation(String arguments, Optional<String> method) {
    private static final Pattern FORM = Pattern.compile("@Spec\\(([^)]*)\\)");

    /** Literals and comments whole, so that no bracket within them counts; then words, annotations and brackets. */
    private static final Pattern TOKEN =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])+'"
                    + "|//[^\\n]*|/\\*[\\s\\S]*?\\*/|@?\\w+|[()]");

    private static final Set<String> TYPES = Set.of("class", "record", "interface", "enum");

    /** Finds all of a source. */
    static List<SpecAnnotation> in(String source) {
        List<SpecAnnotation> found = new ArrayList<>();
        Matcher annotations = FORM.matcher(source);
        while (annotations.find()) {
            Matcher behind = TOKEN.matcher(source).region(annotations.end(), source.length());
            found.add(new SpecAnnotation(annotations.group(1), methodIn(behind)));
        }
        return found;
    }

    /** Returns the first name with a bracket behind it that is no annotation's, unless a type begins before. */
    private static Optional<String> methodIn(Matcher tokens) {
        int depth = 0;
        String word = "@";
        while (tokens.find()) {
            String token = tokens.group();
            if (token.equals("(")) {
                if (depth == 0 && !word.startsWith("@")) {
                    return Optional.of(word);
                }
                depth++;
            } else if (token.equals(")")) {
                depth--;
            } else if (depth == 0 && TYPES.contains(token)) {
                return Optional.empty();
            } else if (depth == 0) {
                word = token;
            }
        }
        return Optional.empty();
    }
}
