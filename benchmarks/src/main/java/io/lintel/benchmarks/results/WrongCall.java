package io.lintel.benchmarks.results;

/** A run was called wrongly; the message says how, to whoever called it. */
final class WrongCall extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    WrongCall(String message) {
        super(message);
    }
}
