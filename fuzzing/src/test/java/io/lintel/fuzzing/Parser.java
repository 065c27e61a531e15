package io.lintel.fuzzing;

import java.util.Optional;
import java.util.function.Function;

/**
 * What every target holds a parser to: octets, or text, give a value or the one refusal that the parser states, and never ask
 * for much more memory than they have octets. Whatever else is thrown is a finding.
 *
 * @param <I> what it reads
 * @param <T> what it gives
 */
public final class Parser<I, T> {
    /** Memory that a parser may ask for whatever it reads. */
    private static final long BASE = 1 << 20;
    /** Memory for each octet: objects of an element take many times the octets that it has on the wire. */
    private static final long PER_OCTET = 1 << 10;

    private final Function<I, T> read;
    private final Class<? extends RuntimeException> refusal;

    private Parser(Function<I, T> read, Class<? extends RuntimeException> refusal) {
        this.read = read;
        this.refusal = refusal;
    }

    /** Returns the parser whose only refusal is this exception, or one below it. */
    public static <I, T> Parser<I, T> of(Function<I, T> read, Class<? extends RuntimeException> refusal) {
        return new Parser<>(read, refusal);
    }

    /** Returns a parser that gives nothing where it refuses, and throws never. */
    public static <I, T> Parser<I, T> ofOptional(Function<I, Optional<T>> read) {
        return new Parser<>(input -> read.apply(input).orElseThrow(Refused::new), Refused.class);
    }

    /** Reads, and returns the value, or nothing where it was refused. */
    public Optional<T> read(I input, int size) {
        return Allocation.bounded(BASE + PER_OCTET * size, () -> {
            try {
                return Optional.of(read.apply(input));
            } catch (RuntimeException thrown) {
                if (refusal.isInstance(thrown)) {
                    return Optional.empty();
                }
                throw thrown;
            }
        });
    }

    /** Stands for an empty result. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused() {
            super(null, null, false, false);
        }
    }
}
