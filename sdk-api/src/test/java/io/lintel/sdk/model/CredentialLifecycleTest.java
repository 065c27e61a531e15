package io.lintel.sdk.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.testing.Requirement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialLifecycleTest {

    private static final List<CredentialEvent> COLUMNS = List.of(
            CredentialEvent.SEND,
            CredentialEvent.REDEEM,
            CredentialEvent.SYNC,
            CredentialEvent.EXPIRE,
            CredentialEvent.RESEND,
            CredentialEvent.REVOKE,
            CredentialEvent.CONFIRM_DELETION,
            CredentialEvent.DELETE_ON_PHONE,
            CredentialEvent.MARK_LOST,
            CredentialEvent.RESTORE,
            CredentialEvent.DELETE,
            CredentialEvent.CASCADE);

    /** Every state against every event under the recommended profile, written from requirements 24.3; a dash is a refusal. */
    private static final Map<CredentialState, String> MATRIX = new EnumMap<>(Map.of(
            //                                     send    redeem sync   expire  resend  revoke  confirm onphone lost
            // restore del cascade
            CredentialState.CREATED,
                    "AWAIT   -      -      -       -       REVOKED -       -       -    -     -       DELETED",
            CredentialState.AWAITING_ACTIVATION,
                    "-       ACTIVE -      EXPIRED AWAIT   REVOKED -       -       -    -     -       DELETED",
            CredentialState.ACTIVATION_EXPIRED,
                    "-       -      -      -       AWAIT   REVOKED -       -       -    -     -       DELETED",
            CredentialState.REDEEMED,
                    "-       -      ACTIVE -       -       PENDING -       REVOKED -    -     -       DELETED",
            CredentialState.ACTIVE,
                    "-       -      -      -       -       PENDING -       REVOKED -    -     -       DELETED",
            CredentialState.REVOKE_PENDING,
                    "-       -      -      -       -       -       REVOKED REVOKED LOST -     -       DELETED",
            CredentialState.REVOKED,
                    "-       -      -      -       -       -       -       -       LOST AWAIT DELETED DELETED",
            CredentialState.LOST,
                    "-       -      -      -       -       -       -       -       -    -     -       DELETED",
            CredentialState.DELETED,
                    "-       -      -      -       -       -       -       -       -    -     -       -"));

    private static final Map<String, CredentialState> WORDS = Map.of(
            "AWAIT", CredentialState.AWAITING_ACTIVATION,
            "EXPIRED", CredentialState.ACTIVATION_EXPIRED,
            "ACTIVE", CredentialState.ACTIVE,
            "PENDING", CredentialState.REVOKE_PENDING,
            "REVOKED", CredentialState.REVOKED,
            "LOST", CredentialState.LOST,
            "DELETED", CredentialState.DELETED);

    @TestFactory
    @Requirement({"REV-05", "REV-06", "USR-09"})
    Stream<DynamicTest> matrixOfStatesAndEvents() {
        Profile profile = Profiles.builtIn(Profiles.DEFAULT);
        assertEquals(CredentialState.values().length, MATRIX.size());
        assertEquals(CredentialEvent.values().length, COLUMNS.size());
        return MATRIX.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().name(), () -> {
                    String[] cells = row.getValue().trim().split("\\s+", -1);
                    assertEquals(COLUMNS.size(), cells.length);
                    for (int i = 0; i < cells.length; i++) {
                        assertEquals(
                                Optional.ofNullable(WORDS.get(cells[i])),
                                CredentialLifecycle.next(profile, row.getKey(), COLUMNS.get(i)),
                                row.getKey() + " " + COLUMNS.get(i));
                    }
                }));
    }

    /** What products do differently (requirements 25). */
    @ParameterizedTest
    @CsvSource({
        "imaporter, AWAITING_ACTIVATION, REDEEM,    REDEEMED",
        "imaporter, REVOKE_PENDING,      RESTORE,   AWAITING_ACTIVATION",
        "imaporter, ACTIVE,              DELETE,    DELETED",
        "imaporter, DELETED,             RESTORE,   AWAITING_ACTIVATION",
        "imaporter, REVOKED,             MARK_LOST, -",
        "stid-blue, REVOKE_PENDING,      DELETE,    -",
        "stid-blue, REVOKE_PENDING,      MARK_LOST, LOST",
        "stid-blue, REVOKED,             DELETE,    DELETED",
        "stid-blue, REVOKED,             RESTORE,   -",
        "baltech,   REVOKED,             MARK_LOST, -",
        "baltech,   AWAITING_ACTIVATION, REDEEM,    ACTIVE",
        "baltech-self-service, REVOKED,  DELETE,    -"
    })
    void profilesDiffer(String profile, CredentialState state, CredentialEvent event, String expected) {
        assertEquals(
                expected.equals("-") ? Optional.empty() : Optional.of(CredentialState.valueOf(expected)),
                CredentialLifecycle.next(Profiles.builtIn(profile), state, event));
    }

    @Test
    void onlyWhatIsNotOfferedIsSaidToBeNotOffered() {
        assertFalse(CredentialLifecycle.offers(Profiles.builtIn("imaporter"), CredentialEvent.MARK_LOST));
        assertTrue(CredentialLifecycle.offers(Profiles.builtIn("stid-blue"), CredentialEvent.MARK_LOST));
    }
}
