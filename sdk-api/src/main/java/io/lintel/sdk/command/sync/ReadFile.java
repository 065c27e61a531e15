package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.sync.ImportFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;

/** Reads a file once, to its end and within its bound, and tells what it held. */
public final class ReadFile {

    private static final int BUFFER_SIZE = 8192;

    /** What is done with the octets; it need not read them all. */
    @FunctionalInterface
    public interface Reading {
        void of(InputStream in) throws IOException;
    }

    private ReadFile() {}

    /**
     * Reads the file and returns the SHA-256 of all its octets.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#FILE_UNREADABLE}
     */
    public static Bytes read(ImportFile file, Reading reading) {
        MessageDigest digest = Sha256.begin();
        try (InputStream in = new DigestInputStream(file.openWithinBound(), digest)) {
            reading.of(in);
            byte[] rest = new byte[BUFFER_SIZE];
            while (in.read(rest) >= 0) {
                // What nobody looked at counts, too.
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return Bytes.copyOf(digest.digest());
    }

    /** Refuses a file that is not the one that was checked. */
    public static void requireSame(Bytes checked, Bytes now) {
        if (!checked.equals(now)) {
            throw new ManagerException.Refused(
                    ErrorCode.FILE_UNREADABLE,
                    "the file changed while it was read, and nothing was changed here; try again when it is complete");
        }
    }

    /** What becomes of a file that fails while it is read. */
    static ManagerException unreadable(IOException e) {
        return new ManagerException.Refused(
                ErrorCode.FILE_UNREADABLE,
                "the file cannot be read (" + e.getClass().getSimpleName()
                        + "), and nothing was changed; check it and try again");
    }
}
