package io.lintel.testing.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs commands as a user without privileges: PostgreSQL refuses to run as root, which is who builds run as in many
 * containers. Of the tools that change the user, the first that works here is taken.
 */
final class Unprivileged {

    private static final String NOBODY = "65534";

    private final List<String> prefix;

    private Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    /** The way that works here, with the directory and everything in it given to that user. */
    static Unprivileged owning(Path directory) throws IOException {
        if (!uid(List.of()).equals("0")) {
            return new Unprivileged(List.of());
        }
        List<String> setpriv = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
        for (List<String> candidate : List.of(setpriv, List.of("runuser", "-u", "nobody", "--"))) {
            if (isUnprivileged(candidate)) {
                give(directory, uid(candidate));
                return new Unprivileged(candidate);
            }
        }
        // Inside a user namespace of its own, root is nobody, and what root owns is nobody's.
        List<String> namespace = List.of("unshare", "--user", "--");
        if (isUnprivileged(namespace)) {
            return new Unprivileged(namespace);
        }
        throw new IOException(
                "PostgreSQL does not run as root, and neither setpriv, runuser nor unshare works here to leave root");
    }

    ProcessBuilder command(List<String> command) {
        List<String> whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return new ProcessBuilder(whole).redirectErrorStream(true);
    }

    private static boolean isUnprivileged(List<String> prefix) {
        try {
            String uid = uid(prefix);
            return !uid.isEmpty() && !uid.equals("0");
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty where the command fails. */
    private static String uid(List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of("id", "-u"));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            return process.waitFor() == 0 ? output : "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for a user to run PostgreSQL as", e);
        }
    }

    private static void give(Path directory, String uid) throws IOException {
        UserPrincipal owner =
                directory.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(uid);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                Files.setOwner(file, owner);
            }
        }
    }
}
