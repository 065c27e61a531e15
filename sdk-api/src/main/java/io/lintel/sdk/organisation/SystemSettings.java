package io.lintel.sdk.organisation;

import java.util.Optional;

/**
 * What pairs a customer's phones with its readers, as people see it ({@code SYS-01}). The system key itself goes in and
 * never comes out ({@code C-32}).
 *
 * @param type what the installation is for
 * @param id the system id, in the case in which it was typed; none where the product has none or nobody set it
 * @param keyFingerprint 8 hex digits that change when the key does, where the profile shows them; they tell nothing about
 *     the key
 * @param androidApp the number of the app for Android, where one was chosen ({@code SYS-12})
 * @param iosApp the number of the app for iOS, where one was chosen
 */
public record SystemSettings(
        SystemType type,
        Optional<String> id,
        Optional<String> keyFingerprint,
        Optional<Integer> androidApp,
        Optional<Integer> iosApp) {

    /** What a customer has before anybody set anything. */
    public static final SystemSettings NONE =
            new SystemSettings(SystemType.FULL, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether everybody knows id and key, so that no real door may depend on them ({@code SYS-09}). */
    public boolean unsafeForLiveUse() {
        return type == SystemType.DEMO;
    }
}
