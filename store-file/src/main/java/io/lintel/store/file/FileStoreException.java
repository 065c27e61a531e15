package io.lintel.store.file;

import java.io.Serial;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file could not be read as what was once written, or could not be written.
 *
 * <p>Nothing is repaired and nothing is thrown away on such a failure: whoever operates the store decides. Each kind
 * has a {@linkplain #errorCode() code} that stays the same across releases. The message names the file, never its content.
 */
public abstract sealed class FileStoreException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean mayHaveTakenEffect;

    FileStoreException(String code, String message, boolean mayHaveTakenEffect, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.mayHaveTakenEffect = mayHaveTakenEffect;
    }

    /** The stable code, such as {@code file-store.corrupt}. */
    public final String errorCode() {
        return code;
    }

    /** Whether what was to be written may be there all the same. */
    public final boolean mayHaveTakenEffect() {
        return mayHaveTakenEffect;
    }

    /** A file is not whole, or is not what its name says; code {@code file-store.corrupt}. */
    public static final class Corrupt extends FileStoreException {
        @Serial
        private static final long serialVersionUID = 1L;

        Corrupt(Path file, String reason) {
            super(
                    "file-store.corrupt",
                    "The file " + file + " is damaged: " + reason + ". It was left as it is; put back a good copy, or"
                            + " move it away to begin without what it held.",
                    false,
                    null);
        }
    }

    /** A file was written by a newer release; code {@code file-store.newer-format}. */
    public static final class NewerFormat extends FileStoreException {
        @Serial
        private static final long serialVersionUID = 1L;

        NewerFormat(Path file, int version, int known) {
            super(
                    "file-store.newer-format",
                    "The file " + file + " has format " + version + "; this release reads format " + known
                            + ". Use the release that wrote it, or a later one.",
                    false,
                    null);
        }
    }

    /** Another process did not let go of the directory; code {@code file-store.busy}. */
    public static final class Busy extends FileStoreException {
        @Serial
        private static final long serialVersionUID = 1L;

        Busy(Path lockFile) {
            super(
                    "file-store.busy",
                    "Another process works in the directory of " + lockFile
                            + " and did not finish. Nothing was changed;"
                            + " try again, and end that process if it hangs.",
                    false,
                    null);
        }
    }

    /** The file system failed; code {@code file-store.io}. */
    public static final class Io extends FileStoreException {
        @Serial
        private static final long serialVersionUID = 1L;

        Io(String doing, Path file, Exception cause) {
            super(
                    "file-store.io",
                    "Could not " + doing + " " + file + ": " + reason(cause) + ". Check that the disk has room and that"
                            + " this user may write there.",
                    true,
                    cause);
        }

        /** What the system says, without the path that the message names already. */
        private static String reason(Exception cause) {
            if (cause instanceof AccessDeniedException) {
                return "permission denied";
            }
            String said = cause instanceof FileSystemException failure ? failure.getReason() : cause.getMessage();
            return said == null ? cause.getClass().getSimpleName() : said;
        }
    }
}
