package io.lintel.cli.shell;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A manager's public keys, one line for each suite: the suite's number, a colon, the key in base64url. It holds no secret:
 * an app would have it built in.
 */
public final class ManagerKeyFile {
    private static final String SUFFIX = ".manager";

    private ManagerKeyFile() {}

    /**
     * A manager's public key.
     *
     * @param suite its suite
     * @param key its octets
     */
    public record ManagerKey(Suite suite, Bytes key) {}

    /** Where the keys of the manager on a database are. */
    public static Path beside(Path database) {
        return database.resolveSibling(database.getFileName() + SUFFIX);
    }

    /** The text of a key. */
    public static String text(Suite suite, Bytes key) {
        return suite.id() + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(key.toByteArray());
    }

    /** Reads a key, or nothing where the text is none. */
    public static Optional<ManagerKey> parse(String text) {
        if (!text.matches("[0-9]:[A-Za-z0-9_-]{43,44}")) {
            return Optional.empty();
        }
        Bytes key = Bytes.copyOf(Base64.getUrlDecoder().decode(text.substring(2)));
        return Suite.ofId(text.charAt(0) - '0')
                .filter(suite -> suite.dhKeySize() == key.size())
                .map(suite -> new ManagerKey(suite, key));
    }

    /** Adds a key to a file, in place of the suite's earlier one. */
    public static void add(Path file, Suite suite, Bytes key) {
        List<String> lines = new ArrayList<>();
        if (Files.exists(file)) {
            read(file).stream()
                    .filter(known -> known.suite() != suite)
                    .forEach(known -> lines.add(text(known.suite(), known.key())));
        }
        lines.add(text(suite, key));
        TextFile.write(file, String.join("\n", lines) + "\n");
    }

    /** Reads all keys of a file. */
    public static List<ManagerKey> read(Path file) {
        String advice = "Use the activation link instead of the code, or give --manager-key.";
        return TextFile.read(file, advice)
                .lines()
                .map(line -> parse(line)
                        .orElseThrow(() -> CommandFailure.environment(
                                "cli.bad-manager-key",
                                "The file " + file + " holds a line that is no manager's key. " + advice)))
                .toList();
    }
}
