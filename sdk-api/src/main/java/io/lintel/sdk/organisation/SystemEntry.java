package io.lintel.sdk.organisation;

import io.lintel.sdk.model.TypedSecret;
import java.util.Optional;

/**
 * Step 1 of a customer, as somebody typed it ({@code ACC-15}): always a whole, so that an edit asks for id and key again
 * ({@code SYS-10}, {@code C-13}). What is wrong with it comes back as {@link FieldError}s.
 *
 * @param name the customer's name, as books and mails show it; 1 to 128 octets of UTF-8
 * @param type what the installation is for
 * @param id the system id; empty for a demo and where the product has none ({@code SYS-04})
 * @param key the system key, which stays the caller's to close; none for a demo and where the product has none
 * @param androidApp the number of the app for Android, if one is chosen
 * @param iosApp the number of the app for iOS, if one is chosen
 */
public record SystemEntry(
        String name,
        SystemType type,
        String id,
        Optional<TypedSecret> key,
        Optional<Integer> androidApp,
        Optional<Integer> iosApp) {

    /** A demo. */
    public static SystemEntry demo(String name) {
        return new SystemEntry(name, SystemType.DEMO, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A full system of a product that has neither id nor key. */
    public static SystemEntry full(String name) {
        return new SystemEntry(name, SystemType.FULL, "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A full system. */
    public static SystemEntry full(String name, String id, TypedSecret key) {
        return new SystemEntry(name, SystemType.FULL, id, Optional.of(key), Optional.empty(), Optional.empty());
    }
}
