package io.lintel.sdk.profile;

import io.lintel.sdk.json.InvalidJsonException;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/** Where profiles come from: the built-in ones by name, a vendor's own from its JSON text. */
public final class Profiles {

    /** The name of our recommended default. */
    public static final String DEFAULT = "lintel";

    private static final List<String> BUILT_IN =
            List.of(DEFAULT, "imaporter", "baltech", "baltech-self-service", "stid-blue");

    private static final int MAX_LENGTH = 64 * 1024;

    private Profiles() {}

    /** The names of the built-in profiles, the default first. */
    public static List<String> names() {
        return BUILT_IN;
    }

    /**
     * A built-in profile.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#PROFILE_UNKNOWN}
     */
    public static Profile builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new ManagerException.Refused(
                    ErrorCode.PROFILE_UNKNOWN,
                    "there is no built-in profile of this name; choose one of " + BUILT_IN + " or give your own file");
        }
        try (InputStream in = Profiles.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the profile " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a profile from its JSON text, of schema {@value Profile#SCHEMA} or of schema 1. A text of schema 1 is read as
     * strictly as it was when that was the newest, and upgraded: what it does not say becomes what the manager did then.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#PROFILE_INVALID}; the message names line and field
     */
    public static Profile parse(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new ManagerException.Refused(
                    ErrorCode.PROFILE_INVALID, "the profile is longer than " + MAX_LENGTH + " characters");
        }
        try {
            return StrictJson.number(json, "schema").equals(OptionalInt.of(ProfileOfSchema1.SCHEMA))
                    ? StrictJson.read(json, ProfileOfSchema1.class).upgraded()
                    : StrictJson.read(json, Profile.class);
        } catch (IllegalArgumentException e) {
            throw new ManagerException.Refused(
                    ErrorCode.PROFILE_INVALID, "the profile is not valid: " + e.getMessage() + "; correct the file");
        } catch (InvalidJsonException e) {
            throw new ManagerException.Refused(
                    ErrorCode.PROFILE_INVALID,
                    "the profile is not valid, " + e.getMessage() + "; correct the file and try again");
        }
    }

    /** The JSON text that {@link #parse} reads back. */
    public static String print(Profile profile) {
        return StrictJson.write(profile);
    }
}
