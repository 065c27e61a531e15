package io.lintel.sdk.model;

import static io.lintel.sdk.model.CredentialEvent.CONFIRM_DELETION;
import static io.lintel.sdk.model.CredentialEvent.DELETE_ON_PHONE;
import static io.lintel.sdk.model.CredentialEvent.EXPIRE;
import static io.lintel.sdk.model.CredentialEvent.REDEEM;
import static io.lintel.sdk.model.CredentialEvent.RESEND;
import static io.lintel.sdk.model.CredentialEvent.REVOKE;
import static io.lintel.sdk.model.CredentialEvent.SEND;
import static io.lintel.sdk.model.CredentialState.ACTIVATION_EXPIRED;
import static io.lintel.sdk.model.CredentialState.ACTIVE;
import static io.lintel.sdk.model.CredentialState.AWAITING_ACTIVATION;
import static io.lintel.sdk.model.CredentialState.CREATED;
import static io.lintel.sdk.model.CredentialState.REVOKED;
import static io.lintel.sdk.model.CredentialState.REVOKE_PENDING;

import java.util.Map;
import java.util.Optional;

/**
 * The table of a credential's transitions (requirements 24.3): what is not in it is refused.
 *
 * <p>Pure. What a transition needs besides the state (a valid code, credit, a permitted actor) is checked by the
 * command that causes it.
 */
public final class CredentialLifecycle {

    private static final Map<CredentialState, Map<CredentialEvent, CredentialState>> TABLE = Map.of(
            CREATED, Map.of(SEND, AWAITING_ACTIVATION, REVOKE, REVOKED),
            AWAITING_ACTIVATION,
                    Map.of(
                            REDEEM, ACTIVE,
                            EXPIRE, ACTIVATION_EXPIRED,
                            RESEND, AWAITING_ACTIVATION,
                            REVOKE, REVOKED),
            ACTIVATION_EXPIRED, Map.of(RESEND, AWAITING_ACTIVATION, REVOKE, REVOKED),
            ACTIVE, Map.of(REVOKE, REVOKE_PENDING, DELETE_ON_PHONE, REVOKED),
            REVOKE_PENDING, Map.of(CONFIRM_DELETION, REVOKED, DELETE_ON_PHONE, REVOKED));

    private CredentialLifecycle() {}

    /** The state that {@code event} leads to, or empty when this state refuses it. */
    public static Optional<CredentialState> next(CredentialState state, CredentialEvent event) {
        return Optional.ofNullable(TABLE.getOrDefault(state, Map.of()).get(event));
    }
}
