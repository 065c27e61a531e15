package io.lintel.protocol.phone;

import io.lintel.protocol.checkin.AppReport;

/**
 * What a report says of phone and app beside the counters ({@code STA-17}). What is too long is cut, and what is not printable
 * ASCII becomes a question mark.
 *
 * @param phoneModel at most 48 characters
 * @param osVersion at most 32 characters
 * @param appVersion at most 32 characters
 */
public record AppDescription(String phoneModel, String osVersion, String appVersion) {
    /** Makes what an operating system says of itself fit. */
    public AppDescription {
        phoneModel = fitting(phoneModel, AppReport.MAX_MODEL_LENGTH);
        osVersion = fitting(osVersion, AppReport.MAX_VERSION_LENGTH);
        appVersion = fitting(appVersion, AppReport.MAX_VERSION_LENGTH);
    }

    private static String fitting(String text, int most) {
        String ascii = text.replaceAll("[^ -~]", "?");
        return ascii.length() <= most ? ascii : ascii.substring(0, most);
    }
}
