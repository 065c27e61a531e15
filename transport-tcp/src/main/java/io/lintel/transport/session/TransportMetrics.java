package io.lintel.transport.session;

/** Where a transport counts what happens; called from many threads, has to return at once and must not throw. */
@FunctionalInterface
public interface TransportMetrics {
    /** Counts one occurrence of {@code event}. */
    void count(TransportEvent event);

    /** Counts nothing. */
    static TransportMetrics none() {
        return event -> {};
    }
}
