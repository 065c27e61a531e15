package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.filled;
import static io.lintel.sdk.profile.Rules.ordered;
import static io.lintel.sdk.profile.Rules.positive;
import static io.lintel.sdk.profile.Rules.present;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a credential is taken back ({@code C-26}).
 *
 * @param mode what taking back means
 * @param actors who may do it ({@code C-31})
 * @param markLost whether a credential can be marked lost ({@code REV-06})
 * @param phoneWord what it is worth that a phone says it has deleted a credential; null for {@link PhoneWord#COUNTS}
 * @param exposureLimit how long after its revocation a credential may open doors, at the worst, before that is an alarm; null
 *     for no such alarm. That no end can be named is an alarm with a limit, and with a lease
 */
public record RevokeRules(
        Mode mode,
        Set<RevokingActor> actors,
        boolean markLost,
        @Nullable PhoneWord phoneWord,
        @Nullable Duration exposureLimit) {

    /** What taking back means. */
    public enum Mode {
        /** It shows as taken back at once, and can be restored at once; the phone follows at its next check-in. */
        AFTER_SYNC,
        /** It is pending until the phone's check-in, or the end of its lease, proves that it opens nothing ({@code REV-02}). */
        CONFIRMED,
        /** The manager's people cannot: the host system blocks the number ({@code REV-14}). */
        HOST_ONLY
    }

    /** What a phone's word that it has deleted a credential is worth. Receipts and a bound that has passed count in any case. */
    public enum PhoneWord {
        /** It confirms the revocation ({@code REV-02}). */
        COUNTS,
        /** It is noted and shown, and confirms nothing: a phone that lies keeps its credential. */
        NOTED
    }

    /** Who takes back. */
    public enum RevokingActor {
        /** An administrator. */
        ADMIN,
        /** The holder, in the app. */
        USER,
        /** The host system. */
        HOST
    }

    /** Refuses values that make no sense together. */
    public RevokeRules {
        present(mode, "mode");
        if (exposureLimit != null) {
            positive(exposureLimit, "exposureLimit");
        }
        actors = ordered(filled(actors, "actors"), RevokingActor.class);
        if ((mode == Mode.HOST_ONLY) != actors.equals(Set.of(RevokingActor.HOST))) {
            throw new IllegalArgumentException("actors must be HOST alone where the mode is HOST_ONLY, and only there");
        }
    }

    /** Whether a phone's word confirms a revocation. */
    public boolean trustsPhones() {
        return phoneWord != PhoneWord.NOTED;
    }

    /** How long after its revocation a credential may open doors before that is an alarm. */
    public Optional<Duration> limit() {
        return Optional.ofNullable(exposureLimit);
    }
}
