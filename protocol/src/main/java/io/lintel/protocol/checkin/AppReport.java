package io.lintel.protocol.checkin;

/**
 * What an app counts for the statistics of one project: the totals since the last report that the manager took ({@code
 * STA-10} to {@code STA-17}). A closed list, without times, and nothing in it names a person or a door ({@code STA-04},
 * {@code STA-21}). The manager dates it by its own calendar and adds it to the project's totals.
 *
 * @param activations credentials activated
 * @param restarts starts of the app
 * @param daysUsed days on which the app was used at least once
 * @param failedConnections taps without an answer
 * @param successfulConnections taps that a reader answered
 * @param triggers taps that a reader granted
 * @param phoneModel 0 to 48 printable ASCII characters
 * @param osVersion 0 to 32 printable ASCII characters
 * @param appVersion 0 to 32 printable ASCII characters
 */
public record AppReport(
        long activations,
        long restarts,
        long daysUsed,
        long failedConnections,
        long successfulConnections,
        long triggers,
        String phoneModel,
        String osVersion,
        String appVersion) {
    /** The most that one counter says; a phone that counted more says this. */
    public static final long MAX_COUNT = 0xffff_ffffL;

    /** The most characters of a phone model. */
    public static final int MAX_MODEL_LENGTH = 48;

    /** The most characters of a version. */
    public static final int MAX_VERSION_LENGTH = 32;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public AppReport {
        count(activations, "number of activations");
        count(restarts, "number of restarts");
        count(daysUsed, "number of days");
        count(failedConnections, "number of failed connections");
        count(successfulConnections, "number of successful connections");
        count(triggers, "number of triggers");
        Bounds.ascii(phoneModel, MAX_MODEL_LENGTH, "phone model");
        Bounds.ascii(osVersion, MAX_VERSION_LENGTH, "OS version");
        Bounds.ascii(appVersion, MAX_VERSION_LENGTH, "app version");
    }

    private static void count(long value, String what) {
        Bounds.within(value, 0, MAX_COUNT, what);
    }
}
