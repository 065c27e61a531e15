package io.lintel.sdk.sync;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is read twice: once to find everything that is wrong with it, and once to do what it says. It has to hold the
 * same octets both times; an import notices a difference and changes nothing.
 */
@FunctionalInterface
public interface ImportFile {

    /** The most octets that an import reads. */
    long MAX_SIZE_BYTES = 256L * 1024 * 1024;

    /** Opens the file at its beginning; whoever asked closes it. */
    InputStream open() throws IOException;

    /** Opens the file; reading more than {@link #MAX_SIZE_BYTES} from it fails. */
    default InputStream openWithinBound() throws IOException {
        return new BoundedStream(open(), MAX_SIZE_BYTES);
    }

    /** A file on disk. */
    static ImportFile of(Path path) {
        return () -> Files.newInputStream(path);
    }

    /** A text, as a file of UTF-8. */
    static ImportFile of(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
