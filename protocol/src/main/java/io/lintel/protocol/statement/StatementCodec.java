package io.lintel.protocol.statement;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.time.Instant;
import java.util.Optional;

/**
 * How one kind of statement stands in protobuf; {@link StatementForm} adds what all kinds share.
 *
 * @param <T> the statement
 */
sealed interface StatementCodec<T>
        permits ProjectRootCodec,
                IssuingKeyCodec,
                ReaderCertificateCodec,
                CredentialCodec,
                RevocationListCodec,
                ReaderConfigurationCodec,
                ListHeadCodec,
                ReceiptCodec {
    /** Returns the name under which statements of this kind are signed. */
    String kind();

    /** Returns the most octets that a signed statement of this kind takes, fields from 16 on included. */
    int maxSignedSize();

    /** Returns the body's known fields. */
    MessageLite write(T value);

    /**
     * Reads the known fields. It need not notice what {@link #write} would have written otherwise: {@link StatementForm}
     * compares.
     *
     * @throws IllegalArgumentException where a field is out of bounds
     */
    T read(byte[] body) throws InvalidProtocolBufferException;

    /** Returns whether the keys inside are of that suite's sizes. */
    default boolean fits(T value, Suite suite) {
        return true;
    }

    static ByteString octets(Bytes value) {
        return ByteString.copyFrom(value.toByteArray());
    }

    static Bytes octets(ByteString value) {
        return Bytes.copyOf(value.toByteArray());
    }

    static ProjectId project(ByteString value) {
        return ProjectId.read(octets(value));
    }

    /** The wire holds unsigned 32-bit seconds, which Java's generated code shows as int. */
    static int seconds(Instant time) {
        return (int) time.getEpochSecond();
    }

    static Instant time(int seconds) {
        return Instant.ofEpochSecond(Integer.toUnsignedLong(seconds));
    }

    static <V> V known(Optional<V> value, String what) {
        return value.orElseThrow(() -> new IllegalArgumentException("unknown " + what));
    }
}
