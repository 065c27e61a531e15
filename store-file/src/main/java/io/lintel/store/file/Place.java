package io.lintel.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells a directory from a copy of it.
 *
 * <p>A ratchet that exists twice would use one attempt twice, and so one AEAD key and nonce for two messages. Ratchets
 * therefore count only in the very directory that they were written in: a copied or restored wallet taps cold once. The
 * file system's own key of the directory (device and inode) tells them apart. Where there is none, and where a whole
 * disk is rolled back, a copy cannot be told from the original.
 */
final class Place {
    private static final String NOT_TOLD_APART = "";

    private Place() {}

    static String of(DurableDirectory directory) {
        Path path = directory.path();
        try {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return key == null ? NOT_TOLD_APART : key.toString();
        } catch (IOException e) {
            throw new FileStoreException.Io("look at", path, e);
        }
    }
}
