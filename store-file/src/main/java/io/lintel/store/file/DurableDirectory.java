package io.lintel.store.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A directory whose files are replaced whole and are on the disk when a write returns.
 *
 * <p>A write goes to a temporary file, is flushed, takes the name of the old file in one step, and then the directory is
 * flushed: after a crash there is the old content or the new, never a mixture. Directories and files are open to their
 * owner alone where the file system knows owners. Callers hold a {@link DirectoryLock} while they write.
 */
final class DurableDirectory {
    private static final String TEMPORARY = ".tmp";
    private static final Set<PosixFilePermission> OWNER_ONLY_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_ONLY_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path directory;
    private final Disk disk;

    private DurableDirectory(Path directory, Disk disk) {
        this.directory = directory;
        this.disk = disk;
    }

    /** Opens {@code directory}, which is made if it is not there. */
    static DurableDirectory open(Path directory) {
        return open(directory, new SystemDisk());
    }

    static DurableDirectory open(Path directory, Disk disk) {
        Path absolute = directory.toAbsolutePath().normalize();
        try {
            createWithParents(absolute, disk);
            return new DurableDirectory(absolute, disk);
        } catch (IOException e) {
            throw new FileStoreException.Io("make the directory", absolute, e);
        }
    }

    /** Makes what is missing, each durable in the one above it. */
    private static void createWithParents(Path directory, Disk disk) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createWithParents(parent, disk);
        }
        try {
            Files.createDirectory(directory, ownerOnly(directory, OWNER_ONLY_DIRECTORY));
        } catch (FileAlreadyExistsException raced) {
            if (!Files.isDirectory(directory)) {
                throw raced;
            }
        }
        if (parent != null) {
            disk.flush(parent);
        }
    }

    Path path() {
        return directory;
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    /** The content of a file, for the caller to wipe where it is secret; empty if there is none of that name. */
    Optional<byte[]> read(FileKind kind, String name) {
        Path file = path(name);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() > FileFormat.MAX_FILE_OCTETS) {
                throw new FileStoreException.Corrupt(file, "it is too long");
            }
            ByteBuffer buffer = ByteBuffer.allocate((int) channel.size());
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // until all of it is there
            }
            byte[] octets = Arrays.copyOf(buffer.array(), buffer.position());
            try {
                return Optional.of(FileFormat.unwrap(kind, octets, file));
            } finally {
                Arrays.fill(octets, (byte) 0);
                Arrays.fill(buffer.array(), (byte) 0);
            }
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FileStoreException.Io("read", file, e);
        }
    }

    /** Replaces a file's content, or makes the file; it is on the disk when this returns. */
    void write(FileKind kind, String name, byte[] content) {
        write(kind, name, newFile -> content);
    }

    /**
     * Replaces a file's content by one that depends on the very file that will hold it, which is there, empty, when the
     * content is asked for; the array is wiped.
     */
    void write(FileKind kind, String name, Function<Path, byte[]> contentOf) {
        Path file = path(name);
        Path temporary = path(name + TEMPORARY);
        byte[] image = {};
        try {
            disk.delete(temporary);
            try (FileChannel channel = disk.create(temporary, ownerOnly(directory, OWNER_ONLY_FILE))) {
                byte[] content = contentOf.apply(temporary);
                image = FileFormat.wrap(kind, content);
                Arrays.fill(content, (byte) 0);
                disk.write(channel, ByteBuffer.wrap(image));
                disk.force(channel);
            }
            disk.rename(temporary, file);
            disk.flush(directory);
        } catch (IOException e) {
            throw new FileStoreException.Io("write", file, e);
        } finally {
            Arrays.fill(image, (byte) 0);
        }
    }

    /** Removes a file, if there is one; it stays gone after a crash. */
    void delete(String name) {
        try {
            if (disk.delete(path(name))) {
                disk.flush(directory);
            }
        } catch (IOException e) {
            throw new FileStoreException.Io("delete", path(name), e);
        }
    }

    /** The names that end in {@code suffix}, in alphabetical order. */
    List<String> names(String suffix) {
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(suffix))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new FileStoreException.Io("list", directory, e);
        }
        Collections.sort(names);
        return names;
    }

    /** Brings what others wrote to a file of this directory to the medium. */
    void force(FileChannel file) throws IOException {
        disk.force(file);
    }

    /** Brings the names of files that others wrote here to the medium. */
    void flush() throws IOException {
        disk.flush(directory);
    }

    static FileAttribute<?>[] ownerOnlyFile(Path near) throws IOException {
        return ownerOnly(near, OWNER_ONLY_FILE);
    }

    private static FileAttribute<?>[] ownerOnly(Path near, Set<PosixFilePermission> permissions) throws IOException {
        return isPosix(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    static boolean isPosix(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
