package io.lintel.cli.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Small files, read whole and replaced whole. */
public final class TextFile {
    private static final long MAX_SIZE_BYTES = 8L * 1024 * 1024;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> EVERYBODY = PosixFilePermissions.fromString("rw-r--r--");

    private TextFile() {}

    /**
     * Reads a file.
     *
     * @param ifMissing what to do when there is no such file
     */
    public static String read(Path file, String ifMissing) {
        try {
            if (Files.isDirectory(file)) {
                throw CommandFailure.environment("cli.not-a-file", file + " is a directory, not a file. " + ifMissing);
            }
            if (Files.size(file) > MAX_SIZE_BYTES) {
                throw CommandFailure.environment(
                        "cli.file-too-long", "The file " + file + " is too long. " + ifMissing);
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw CommandFailure.environment("cli.no-such-file", "There is no file " + file + ". " + ifMissing);
        } catch (CharacterCodingException e) {
            throw CommandFailure.environment("cli.not-text", "The file " + file + " is not text. " + ifMissing);
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    /** Replaces a file in one step, or makes it; only its owner may read it. */
    public static void writeSecret(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), OWNER_ONLY);
    }

    /** The same for octets. */
    public static void writeSecret(Path file, byte[] octets) {
        write(file, octets, OWNER_ONLY);
    }

    /** Replaces a file in one step, or makes it; everybody may read it. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8), EVERYBODY);
    }

    /** The same for octets. */
    public static void write(Path file, byte[] octets) {
        write(file, octets, EVERYBODY);
    }

    private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) {
        Path temporary = file.resolveSibling(file.getFileName() + ".tmp");
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(temporary);
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(temporary, fresh, attributes)) {
                ByteBuffer octets = ByteBuffer.wrap(content);
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    private static CommandFailure failed(String doing, Path file, IOException cause) {
        return CommandFailure.environment(
                "cli.file",
                "Cannot " + doing + " " + file + " (" + cause.getClass().getSimpleName()
                        + "). Check that its directory exists and that you may " + doing + " there.");
    }
}
