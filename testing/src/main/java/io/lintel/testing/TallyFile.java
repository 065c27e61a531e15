package io.lintel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tallies of one module's test run as text: a line per claim, {@code id test passed failed skipped}. */
final class TallyFile {

    static final String NAME = "requirements.txt";

    private TallyFile() {}

    static void write(Path directory, Map<Claim, Tally> tallies) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(tallies)
                .forEach((claim, tally) -> lines.add(claim.id() + " " + claim.test() + " " + tally.format()));
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(NAME), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<Claim, Tally> read(Path file) throws IOException {
        Map<Claim, Tally> tallies = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split(" ", 3);
            if (fields.length != 3) {
                throw new IOException(file + " has a malformed line: " + line);
            }
            tallies.put(new Claim(fields[0], fields[1]), Tally.parse(fields[2]));
        }
        return tallies;
    }
}
