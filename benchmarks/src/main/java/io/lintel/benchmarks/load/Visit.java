package io.lintel.benchmarks.load;

/** What one connection is for. */
enum Visit {
    /** One message, and the same one back. */
    ECHO("echo"),
    /** A fast tap. */
    FAST("fast tap"),
    /** A cold tap by reference. */
    COLD("cold tap"),
    /** TLS 1.3 by BoringSSL with client certificates, resumed by a ticket, then the echo's message and answer. */
    TLS("TLS 1.3 resumed, echo");

    private final String words;

    Visit(String words) {
        this.words = words;
    }

    /** What it is called in tables. */
    String words() {
        return words;
    }
}
