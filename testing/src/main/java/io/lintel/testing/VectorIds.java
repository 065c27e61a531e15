package io.lintel.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/**
 * The ids that a file of vectors has had so far: a list beside it in {@code ids/}, one a line, in the order in which they came,
 * {@value #GONE} before one whose vector is gone. Implementers name vectors by their ids, so none goes unnoticed and none is given twice.
 */
public final class VectorIds {
    private static final String GONE = "- ";

    private VectorIds() {}

    /**
     * Holds the ids of a file against its list.
     *
     * @param vectors the file, {@code spec/vectors/tap-p256.json} for example
     * @param ids of its vectors, in their order
     * @param write whether ids that are new join the list; one that is gone never leaves it
     * @throws AssertionFailedError where an id stands twice, is gone or comes again, or is new and must not be written
     * @throws IOException where the list cannot be read or written
     */
    public static void check(Path vectors, List<String> ids, boolean write) throws IOException {
        Path list = listOf(vectors);
        List<String> known = Files.exists(list) ? Files.readAllLines(list) : List.of();
        Set<String> once = new HashSet<>();
        refuse(ids.stream().filter(id -> !once.add(id)), vectors + " has twice");
        refuse(
                ids.stream().filter(id -> known.contains(GONE + id)),
                vectors + " gives again, though it is gone by " + list);
        refuse(
                known.stream().filter(id -> !id.startsWith(GONE) && !once.contains(id)),
                vectors + " lost. Keep the vector; or put \"" + GONE + "\" before it in " + list
                        + " and say why in CHANGELOG.md. Lost");
        List<String> fresh = ids.stream().filter(id -> !known.contains(id)).toList();
        if (!write) {
            refuse(fresh.stream(), list + " lacks; run `make spec`, and tell of it in CHANGELOG.md");
        } else if (!fresh.isEmpty()) {
            Files.createDirectories(directoryOf(vectors));
            Files.write(list, fresh, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }

    private static Path directoryOf(Path vectors) {
        return vectors.resolveSibling("ids");
    }

    private static Path listOf(Path vectors) {
        String name = String.valueOf(vectors.getFileName());
        return directoryOf(vectors).resolve(name.substring(0, name.lastIndexOf('.')) + ".txt");
    }

    private static void refuse(Stream<String> ids, String what) {
        List<String> some = ids.toList();
        if (!some.isEmpty()) {
            throw new AssertionFailedError(what + ": " + some);
        }
    }
}
