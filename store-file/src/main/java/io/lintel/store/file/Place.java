package io.lintel.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Tells a file from a copy of it.
 *
 * <p>A ratchet that exists twice would use one attempt twice, and so one AEAD key and nonce for two messages. A ratchet
 * therefore counts only in the very directory and the very file that it was written to: a wallet that was copied, or whose
 * file was put back from a backup, taps cold once. The file system's own keys (device and inode) tell them apart.
 *
 * <p>What this does not notice: content written over the file in place where the inode is the one that it was copied from
 * (each write takes a new file, but file systems give inodes out again); a disk or virtual machine that is rolled back as a
 * whole; anything on a file system without such keys. Keeping ratchets outside backups is what the owner of the store
 * relies on; this is for when that fails.
 */
final class Place {
    private static final String NOT_TOLD_APART = "-";

    private final DurableDirectory directory;

    Place(DurableDirectory directory) {
        this.directory = directory;
    }

    /** Returns the place of a file in the directory, or empty if there is none of that name. */
    Optional<String> of(Path file) {
        return key(directory.path()).flatMap(parent -> key(file).map(own -> parent + "/" + own));
    }

    private static Optional<String> key(Path path) {
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return Optional.of(key == null ? NOT_TOLD_APART : key.toString());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new FileStoreException.Io("look at", path, e);
        }
    }
}
