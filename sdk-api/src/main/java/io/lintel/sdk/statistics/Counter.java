package io.lintel.sdk.statistics;

/** The closed list of what is counted. The names are stored and sent; they never change. */
public enum Counter {
    /** Faults of a reader itself ({@code STA-06}). */
    READER_ERRORS(Source.READER),
    /** Taps that a reader answered, with a grant or a denial ({@code STA-07}). */
    READER_CONNECTIONS(Source.READER),
    /** Doors opened ({@code STA-09}). */
    READER_TRIGGERS(Source.READER),
    /** Connections that failed because the phone does not know the project ({@code STA-08}). */
    READER_FAILED_OUTSIDER(Source.READER),
    /** Connections that failed because too many had failed before. */
    READER_FAILED_RATE_LIMITED(Source.READER),
    /** Connections that failed because the phone did not prove its credential. */
    READER_FAILED_AUTHENTICATION(Source.READER),
    /** Connections that failed because a message was malformed. */
    READER_FAILED_MALFORMED(Source.READER),
    /** Connections that failed because a message came out of order. */
    READER_FAILED_UNEXPECTED(Source.READER),
    /** Connections that failed because the phone was too slow. */
    READER_FAILED_TIMED_OUT(Source.READER),
    /** Connections that failed because the phone went away. */
    READER_FAILED_DISCONNECTED(Source.READER),
    /** Credentials activated ({@code STA-11}). */
    APP_ACTIVATIONS(Source.APP),
    /** Starts of the app ({@code STA-12}). */
    APP_RESTARTS(Source.APP),
    /** Apps used at least once a day, summed over the days ({@code STA-13}). */
    APP_DAYS_USED(Source.APP),
    /** Taps without an answer; apps do not tell why ({@code STA-14}, {@code STA-20}). */
    APP_FAILED_CONNECTIONS(Source.APP),
    /** Taps that a reader answered ({@code STA-15}). */
    APP_CONNECTIONS(Source.APP),
    /** Taps that a reader granted ({@code STA-16}). */
    APP_TRIGGERS(Source.APP);

    /** Who counts. */
    public enum Source {
        /** Readers. */
        READER,
        /** Apps. */
        APP,
        /** The manager itself, which counts nothing: nobody has said what ({@code STA-18}). */
        MANAGER
    }

    private final Source source;

    Counter(Source source) {
        this.source = source;
    }

    /** Who counts this. */
    public Source source() {
        return source;
    }
}
