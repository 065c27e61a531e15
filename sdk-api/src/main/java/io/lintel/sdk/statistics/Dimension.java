package io.lintel.sdk.statistics;

/** What phones are counted by, each in a table of its own, so that nobody learns which go together ({@code STA-17}). */
public enum Dimension {
    /** The phone's model. */
    PHONE_MODEL,
    /** The version of its operating system. */
    OS_VERSION,
    /** The version of the app. */
    APP_VERSION
}
