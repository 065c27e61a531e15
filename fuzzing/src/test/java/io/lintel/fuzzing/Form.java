package io.lintel.fuzzing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import java.util.Optional;
import java.util.function.Function;

/**
 * How something stands on the wire, where it stands there in one way only: what was read is written the same, octet for octet.
 *
 * @param <T> what it says
 */
public final class Form<T> {
    private final Parser<Bytes, T> parser;
    private final Function<T, Bytes> write;

    private Form(Parser<Bytes, T> parser, Function<T, Bytes> write) {
        this.parser = parser;
        this.write = write;
    }

    /** Returns the form whose parser refuses with this exception alone. */
    public static <T> Form<T> of(
            Function<Bytes, T> read, Class<? extends RuntimeException> refusal, Function<T, Bytes> write) {
        return new Form<>(Parser.of(read, refusal), write);
    }

    /** Returns the form whose parser gives nothing where it refuses. */
    public static <T> Form<T> ofOptional(Function<Bytes, Optional<T>> read, Function<T, Bytes> write) {
        return new Form<>(Parser.ofOptional(read), write);
    }

    /** Reads, and checks that what was read, if anything, is written the same. */
    public Optional<T> check(Bytes octets) {
        Optional<T> value = parser.read(octets, octets.size());
        value.ifPresent(read -> assertEquals(octets, write.apply(read)));
        return value;
    }
}
