package io.lintel.store.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The envelope around every file's content, all integers big-endian.
 *
 * <pre>
 * 0   6  magic      ASCII "LINTEL"
 * 6   1  version    01
 * 7   1  kind       what the content is
 * 8   4  length     of the content, octets
 * 12  n  content
 *     32 checksum   SHA-256 of everything before it
 * </pre>
 *
 * <p>The checksum finds what a disk or a power cut damaged. It keeps nobody out: whoever may write the file may also
 * write its checksum.
 */
final class FileFormat {
    static final int VERSION = 1;
    static final int MAX_CONTENT_OCTETS = 1 << 20;

    private static final byte[] MAGIC = "LINTEL".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_OCTETS = 12;
    private static final int CHECKSUM_OCTETS = 32;
    static final int MAX_FILE_OCTETS = HEADER_OCTETS + MAX_CONTENT_OCTETS + CHECKSUM_OCTETS;

    private FileFormat() {}

    static byte[] wrap(FileKind kind, byte[] content) {
        if (content.length > MAX_CONTENT_OCTETS) {
            throw new IllegalArgumentException("content of " + content.length + " octets is more than a file holds");
        }
        ByteBuffer file = ByteBuffer.allocate(HEADER_OCTETS + content.length + CHECKSUM_OCTETS);
        file.put(MAGIC)
                .put((byte) VERSION)
                .put((byte) kind.number())
                .putInt(content.length)
                .put(content);
        file.put(sha256(file.array(), file.position()));
        return file.array();
    }

    /** The content of {@code file}, which {@code path} names in errors. */
    static byte[] unwrap(FileKind kind, byte[] file, Path path) {
        if (file.length < HEADER_OCTETS + CHECKSUM_OCTETS) {
            throw new FileStoreException.Corrupt(path, "it is too short");
        }
        ByteBuffer in = ByteBuffer.wrap(file);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!MessageDigest.isEqual(magic, MAGIC)) {
            throw new FileStoreException.Corrupt(path, "it does not begin as a file of Lintel does");
        }
        int version = in.get() & 0xFF;
        if (version != VERSION) {
            throw new FileStoreException.NewerFormat(path, version, VERSION);
        }
        int foundKind = in.get() & 0xFF;
        int length = in.getInt();
        if (length < 0 || length != file.length - HEADER_OCTETS - CHECKSUM_OCTETS) {
            throw new FileStoreException.Corrupt(path, "its length is not the one it states");
        }
        byte[] content = new byte[length];
        in.get(content);
        byte[] checksum = new byte[CHECKSUM_OCTETS];
        in.get(checksum);
        if (!MessageDigest.isEqual(checksum, sha256(file, HEADER_OCTETS + length))) {
            throw new FileStoreException.Corrupt(path, "its checksum does not fit its content");
        }
        if (foundKind != kind.number()) {
            throw new FileStoreException.Corrupt(path, "it holds something else than its name says");
        }
        return content;
    }

    private static byte[] sha256(byte[] data, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(data, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
