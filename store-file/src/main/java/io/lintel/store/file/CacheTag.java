package io.lintel.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Marks a directory as one that backup programs leave out (the Cache Directory Tagging Specification). */
final class CacheTag {
    private static final String CONTENT = """
            Signature: 8a477f597d28d172789f06886806bc55
            # Keys and ratchets of a Lintel wallet, not a cache. A restored ratchet would be used twice and a restored
            # key would be on two phones, so backups leave them out.
            """;

    private CacheTag() {}

    static void put(DurableDirectory directory) {
        Path tag = directory.path("CACHEDIR.TAG");
        try {
            Files.write(tag, CONTENT.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException tagged) {
            return;
        } catch (IOException e) {
            throw new FileStoreException.Io("write", tag, e);
        }
    }
}
