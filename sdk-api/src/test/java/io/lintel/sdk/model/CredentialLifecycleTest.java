package io.lintel.sdk.model;

import static io.lintel.sdk.model.CredentialState.ACTIVATION_EXPIRED;
import static io.lintel.sdk.model.CredentialState.ACTIVE;
import static io.lintel.sdk.model.CredentialState.AWAITING_ACTIVATION;
import static io.lintel.sdk.model.CredentialState.REVOKED;
import static io.lintel.sdk.model.CredentialState.REVOKE_PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialLifecycleTest {

    /** Every state against every event; a dash is a refusal. Written from requirements 24.3, not from the table. */
    @ParameterizedTest
    @CsvSource({
        // state,            SEND,                REDEEM, EXPIRE,             RESEND,              REVOKE
        "CREATED,             AWAITING_ACTIVATION, -,      -,                  -,                   REVOKED",
        "AWAITING_ACTIVATION, -,                   ACTIVE, ACTIVATION_EXPIRED, AWAITING_ACTIVATION, REVOKED",
        "ACTIVATION_EXPIRED,  -,                   -,      -,                  AWAITING_ACTIVATION, REVOKED",
        "ACTIVE,              -,                   -,      -,                  -,                   REVOKE_PENDING",
        "REVOKE_PENDING,      -,                   -,      -,                  -,                   -",
        "REVOKED,             -,                   -,      -,                  -,                   -",
        "LOST,                -,                   -,      -,                  -,                   -",
        "DELETED,             -,                   -,      -,                  -,                   -"
    })
    void matrixOfStatesAndEvents(
            CredentialState state, String send, String redeem, String expire, String resend, String revoke) {
        assertNext(send, state, CredentialEvent.SEND);
        assertNext(redeem, state, CredentialEvent.REDEEM);
        assertNext(expire, state, CredentialEvent.EXPIRE);
        assertNext(resend, state, CredentialEvent.RESEND);
        assertNext(revoke, state, CredentialEvent.REVOKE);
    }

    @Test
    void whatIsOnAPhoneIsRevokedInTwoSteps() {
        assertEquals(Optional.of(REVOKE_PENDING), CredentialLifecycle.next(ACTIVE, CredentialEvent.REVOKE));
        assertEquals(Optional.of(REVOKED), CredentialLifecycle.next(AWAITING_ACTIVATION, CredentialEvent.REVOKE));
        assertEquals(Optional.of(REVOKED), CredentialLifecycle.next(ACTIVATION_EXPIRED, CredentialEvent.REVOKE));
    }

    private static void assertNext(String expected, CredentialState state, CredentialEvent event) {
        Optional<CredentialState> next =
                expected.equals("-") ? Optional.empty() : Optional.of(CredentialState.valueOf(expected));
        assertEquals(next, CredentialLifecycle.next(state, event), state + " " + event);
    }
}
