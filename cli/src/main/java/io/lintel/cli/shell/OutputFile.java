package io.lintel.cli.shell;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A long text for a file that only its owner may read. It appears under its name when it is complete. */
public final class OutputFile {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OutputFile() {}

    /**
     * Writes the text.
     *
     * @param <T> what the content tells about itself
     */
    @FunctionalInterface
    public interface Content<T> {
        /** Writes it, in UTF-8. */
        T to(Appendable out) throws IOException;
    }

    /** Writes a file, in place of one that is there. */
    public static <T> T write(Path file, Content<T> content) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(temporary);
            T told;
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(temporary, fresh, attributes);
                    BufferedWriter out = new BufferedWriter(
                            new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8))) {
                told = content.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return told;
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.file",
                    "Cannot write " + file + " (" + e.getClass().getSimpleName()
                            + "). Check that its directory exists and that you may write there.");
        }
    }
}
