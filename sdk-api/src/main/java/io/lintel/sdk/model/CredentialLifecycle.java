package io.lintel.sdk.model;

import static io.lintel.sdk.model.CredentialEvent.CASCADE;
import static io.lintel.sdk.model.CredentialEvent.CONFIRM_DELETION;
import static io.lintel.sdk.model.CredentialEvent.DELETE;
import static io.lintel.sdk.model.CredentialEvent.DELETE_ON_PHONE;
import static io.lintel.sdk.model.CredentialEvent.EXPIRE;
import static io.lintel.sdk.model.CredentialEvent.MARK_LOST;
import static io.lintel.sdk.model.CredentialEvent.REDEEM;
import static io.lintel.sdk.model.CredentialEvent.RESEND;
import static io.lintel.sdk.model.CredentialEvent.RESTORE;
import static io.lintel.sdk.model.CredentialEvent.REVOKE;
import static io.lintel.sdk.model.CredentialEvent.SEND;
import static io.lintel.sdk.model.CredentialEvent.SYNC;
import static io.lintel.sdk.model.CredentialState.ACTIVATION_EXPIRED;
import static io.lintel.sdk.model.CredentialState.ACTIVE;
import static io.lintel.sdk.model.CredentialState.AWAITING_ACTIVATION;
import static io.lintel.sdk.model.CredentialState.CREATED;
import static io.lintel.sdk.model.CredentialState.DELETED;
import static io.lintel.sdk.model.CredentialState.LOST;
import static io.lintel.sdk.model.CredentialState.REDEEMED;
import static io.lintel.sdk.model.CredentialState.REVOKED;
import static io.lintel.sdk.model.CredentialState.REVOKE_PENDING;

import io.lintel.sdk.profile.ActivationRules.ActiveAfter;
import io.lintel.sdk.profile.DeleteRules;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.RestoreRules.Restorable;
import io.lintel.sdk.profile.RevokeRules;
import java.util.Map;
import java.util.Optional;

/**
 * The table of a credential's transitions (requirements 24.3): what is not in it is refused.
 *
 * <p>Pure. What a transition needs besides state and policy (a valid code, credit, a permitted actor) is checked by the
 * command that causes it.
 *
 * <p>What is restored gets a new serial: the old one stays on the revocation list for good, and the state that {@link
 * CredentialEvent#RESTORE} leads to is its successor's.
 */
public final class CredentialLifecycle {

    private static final Map<CredentialState, Map<CredentialEvent, CredentialState>> TABLE = Map.of(
            CREATED, Map.of(SEND, AWAITING_ACTIVATION, REVOKE, REVOKED, DELETE, DELETED, CASCADE, DELETED),
            AWAITING_ACTIVATION,
                    Map.of(
                            REDEEM, REDEEMED,
                            EXPIRE, ACTIVATION_EXPIRED,
                            RESEND, AWAITING_ACTIVATION,
                            REVOKE, REVOKED,
                            DELETE, DELETED,
                            CASCADE, DELETED),
            ACTIVATION_EXPIRED, Map.of(RESEND, AWAITING_ACTIVATION, REVOKE, REVOKED, DELETE, DELETED, CASCADE, DELETED),
            REDEEMED,
                    Map.of(
                            SYNC, ACTIVE,
                            REVOKE, REVOKE_PENDING,
                            DELETE_ON_PHONE, REVOKED,
                            DELETE, DELETED,
                            CASCADE, DELETED),
            ACTIVE,
                    Map.of(
                            REVOKE, REVOKE_PENDING,
                            DELETE_ON_PHONE, REVOKED,
                            DELETE, DELETED,
                            CASCADE, DELETED),
            REVOKE_PENDING,
                    Map.of(
                            CONFIRM_DELETION, REVOKED,
                            DELETE_ON_PHONE, REVOKED,
                            MARK_LOST, LOST,
                            RESTORE, AWAITING_ACTIVATION,
                            DELETE, DELETED,
                            CASCADE, DELETED),
            REVOKED, Map.of(MARK_LOST, LOST, RESTORE, AWAITING_ACTIVATION, DELETE, DELETED, CASCADE, DELETED),
            LOST, Map.of(DELETE, DELETED, CASCADE, DELETED),
            DELETED, Map.of(RESTORE, AWAITING_ACTIVATION));

    private CredentialLifecycle() {}

    /** Whether a profile has this event at all. */
    public static boolean offers(Profile profile, CredentialEvent event) {
        return switch (event) {
            case MARK_LOST -> profile.revoke().markLost();
            case RESTORE -> profile.restore().restores(Restorable.CREDENTIAL);
            case DELETE -> profile.delete().requires() != DeleteRules.Requires.NOT_OFFERED;
            case SEND, REDEEM, SYNC, EXPIRE, RESEND, REVOKE, CONFIRM_DELETION, DELETE_ON_PHONE, CASCADE -> true;
        };
    }

    /** The state that {@code event} leads to, or empty when this state, or the profile, refuses it. */
    public static Optional<CredentialState> next(Profile profile, CredentialState state, CredentialEvent event) {
        if (!offers(profile, event) || !permits(profile, state, event)) {
            return Optional.empty();
        }
        Optional<CredentialState> next =
                Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
        if (event == DELETE_ON_PHONE && !profile.revoke().trustsPhones()) {
            // Its holder gave it back, and may have kept a copy: it waits for proof like any other that was taken back.
            return state == REVOKE_PENDING ? Optional.empty() : next.map(ended -> REVOKE_PENDING);
        }
        boolean atOnce = event == REDEEM && profile.activation().activeAfter() == ActiveAfter.REDEEM;
        return atOnce ? next.map(redeemed -> ACTIVE) : next;
    }

    /** What a profile adds to the table. */
    private static boolean permits(Profile profile, CredentialState state, CredentialEvent event) {
        boolean deletesFreely = profile.delete().requires() == DeleteRules.Requires.NOTHING;
        if (event == DELETE) {
            return deletesFreely || state == REVOKED;
        }
        if (event == RESTORE) {
            return switch (state) {
                // Taken back at once in the eyes of such a product; the phone may never come back to confirm it.
                case REVOKE_PENDING -> profile.revoke().mode() == RevokeRules.Mode.AFTER_SYNC;
                case DELETED -> deletesFreely && profile.delete().history() == DeleteRules.History.KEEP;
                default -> true;
            };
        }
        return true;
    }
}
