package io.lintel.sdk.command.key;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.EnrolledReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a revocation list names readers by ({@code spec/protocol.md}, "Reader certificate"). */
final class ReaderFingerprints {

    private ReaderFingerprints() {}

    static Bytes of(EnrolledReader reader) {
        try {
            return Bytes.copyOf(
                    MessageDigest.getInstance("SHA-256").digest(reader.dhKey().toByteArray()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
