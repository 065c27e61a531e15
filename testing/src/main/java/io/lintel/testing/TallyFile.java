package io.lintel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tallies of one module's test run as text: a line per requirement, {@code id passed failed skipped}. */
final class TallyFile {

    static final String NAME = "requirements.txt";

    private TallyFile() {}

    static void write(Path directory, Map<String, Tally> tallies) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(tallies).forEach((id, tally) -> lines.add(id + " " + tally.format()));
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(NAME), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, Tally> read(Path file) throws IOException {
        Map<String, Tally> tallies = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new IOException(file + " has a malformed line: " + line);
            }
            tallies.put(line.substring(0, space), Tally.parse(line.substring(space + 1)));
        }
        return tallies;
    }
}
