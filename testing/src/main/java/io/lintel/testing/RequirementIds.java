package io.lintel.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** The requirements that exist: id to short title, in the order of their ids. */
final class RequirementIds {

    private static final String RESOURCE = "requirements.txt";
    private static final Map<String, String> TITLES = load();

    private RequirementIds() {}

    static Map<String, String> titles() {
        return TITLES;
    }

    static boolean isKnown(String id) {
        return TITLES.containsKey(id);
    }

    private static Map<String, String> load() {
        try (InputStream resource = RequirementIds.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path beside RequirementIds");
            }
            return parse(new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parse(BufferedReader lines) throws IOException {
        Map<String, String> titles = new TreeMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int space = line.indexOf(' ');
            if (space < 1 || titles.put(line.substring(0, space), line.substring(space + 1)) != null) {
                throw new IllegalStateException(RESOURCE + " has a malformed or repeated line: " + line);
            }
        }
        return Collections.unmodifiableMap(titles);
    }
}
