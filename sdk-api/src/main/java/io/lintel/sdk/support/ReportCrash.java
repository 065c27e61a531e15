package io.lintel.sdk.support;

import io.lintel.sdk.model.CustomerId;

/**
 * Hands over what a crash left behind ({@code SUP-05}). It is kept for the operator where the site shares crash reports, and
 * forgotten where not.
 *
 * @param customer whose site
 * @param part what crashed
 * @param version its version, 1 to 32 printable ASCII characters
 * @param trace where in the code, 1 to {@value #MAX_LENGTH} characters: class names and lines, no data
 */
public record ReportCrash(CustomerId customer, Part part, String version, String trace) {

    /** The most characters of a trace. */
    public static final int MAX_LENGTH = 20_000;

    /** What crashed. */
    public enum Part {
        /** An app. */
        APP,
        /** The manager. */
        MANAGER
    }

    /** Refuses values out of bounds. */
    public ReportCrash {
        if (!version.matches("[ -~]{1,32}")) {
            throw new IllegalArgumentException("the version has 1 to 32 printable ASCII characters");
        }
        if (trace.isBlank() || trace.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the trace has 1 to " + MAX_LENGTH + " characters");
        }
    }

    @Override
    public String toString() {
        return "ReportCrash[" + customer + " " + part + " " + version + "]";
    }
}
