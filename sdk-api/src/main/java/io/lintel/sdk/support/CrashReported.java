package io.lintel.sdk.support;

/** What became of a crash report. */
public enum CrashReported {
    /** It is kept for the operator. */
    KEPT,
    /** The site does not share crash reports: it was forgotten. */
    FORGOTTEN
}
