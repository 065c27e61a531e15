package io.lintel.sdk.command.sync;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.sync.ImportFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(new Bounded(file.open()), digest)) {
            reading.of(in);
            byte[] rest = new byte[BUFFER_SIZE];
            while (in.read(rest) >= 0) {
                // What nobody looked at counts, too.
            }
        } catch (IOException e) {
            throw new ManagerException.Refused(
                    ErrorCode.FILE_UNREADABLE,
                    "the file cannot be read (" + e.getClass().getSimpleName()
                            + "), and nothing was changed; check it and try again");
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Fails when there is more than a file may hold. */
    private static final class Bounded extends FilterInputStream {
        private long left = ImportFile.MAX_SIZE_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            if (octet >= 0) {
                count(1);
            }
            return octet;
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            int got = super.read(octets, offset, length);
            if (got > 0) {
                count(got);
            }
            return got;
        }

        @Override
        public long skip(long n) throws IOException {
            throw new IOException("skipping would leave octets out of the digest");
        }

        private void count(int octets) throws IOException {
            left -= octets;
            if (left < 0) {
                throw new IOException("more than " + ImportFile.MAX_SIZE_BYTES + " octets");
            }
        }
    }
}
