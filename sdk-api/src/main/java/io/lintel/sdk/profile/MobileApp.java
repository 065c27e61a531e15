package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

/**
 * An app that a customer's people may use ({@code SYS-12}).
 *
 * @param number its number in the vendor's catalogue, from 1
 * @param platform what it runs on ({@code C-40})
 * @param name its name in the catalogue
 */
public record MobileApp(int number, Platform platform, String name) {

    /** What an app runs on. */
    public enum Platform {
        /** Android. */
        ANDROID,
        /** iOS. */
        IOS
    }

    /** Refuses missing values. */
    public MobileApp {
        within(number, 1, Integer.MAX_VALUE, "number");
        present(platform, "platform");
        present(name, "name");
    }
}
