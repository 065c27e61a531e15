package io.lintel.sdk.command;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/** SHA-256 over the kind and every field of a request: tells a repetition from another request under the same id. */
public final class RequestDigest {

    private final String kind;
    private final ByteArrayOutputStream fields = new ByteArrayOutputStream();

    private RequestDigest(String kind) {
        this.kind = kind;
    }

    public static RequestDigest of(String kind) {
        return new RequestDigest(kind).with(kind);
    }

    public RequestDigest with(Object value) {
        byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
        DataOutputStream out = new DataOutputStream(fields);
        try {
            out.writeInt(text.length);
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    public RequestDigest with(Optional<?> value) {
        return value.isPresent() ? with("1").with(value.get()) : with("0");
    }

    /** The order of a set means nothing. */
    public RequestDigest with(Collection<?> values) {
        with(values.size());
        values.stream().map(Object::toString).sorted().forEach(this::with);
        return this;
    }

    public String kind() {
        return kind;
    }

    public Bytes value() {
        return Sha256.digest(Bytes.copyOf(fields.toByteArray()));
    }
}
