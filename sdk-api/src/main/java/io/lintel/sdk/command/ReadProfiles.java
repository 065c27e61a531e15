package io.lintel.sdk.command;

import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Profiles by their text, the ones used last: a site's profile is read at every command, and reading it costs more than most of
 * what the command does with it. Thread-safe.
 */
public final class ReadProfiles {

    private static final int KEPT = 64;

    private final Map<String, Profile> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** The profile that a text says. */
    public Profile of(String json) {
        synchronized (kept) {
            Profile known = kept.get(json);
            if (known != null) {
                return known;
            }
        }
        Profile profile = Profiles.parse(json);
        synchronized (kept) {
            kept.put(json, profile);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return profile;
    }
}
