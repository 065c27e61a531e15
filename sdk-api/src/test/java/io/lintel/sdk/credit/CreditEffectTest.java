package io.lintel.sdk.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.profile.CreditRules;
import io.lintel.sdk.profile.CreditRules.ChargeAt;
import io.lintel.sdk.profile.CreditRules.ForfeitOn;
import io.lintel.sdk.profile.CreditRules.ReturnOn;
import io.lintel.testing.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class CreditEffectTest {

    private static final CreditRules RETURNING = rules(ReturnOn.REVOKE_CONFIRMED, ForfeitOn.LOST_WHILE_PENDING);
    private static final CreditRules KEEPING = rules(ReturnOn.NEVER, ForfeitOn.DELETE);
    private static final List<CredentialState> UNUSED =
            List.of(CredentialState.CREATED, CredentialState.AWAITING_ACTIVATION, CredentialState.ACTIVATION_EXPIRED);

    @Test
    @Requirement("CRD-23")
    void confirmedRevocationGivesBackWherePolicySaysSo() {
        assertEquals(
                CreditEffect.GIVE_BACK,
                CreditEffect.of(RETURNING, CredentialState.REVOKE_PENDING, CredentialState.REVOKED));
        UNUSED.forEach(from ->
                assertEquals(CreditEffect.GIVE_BACK, CreditEffect.of(RETURNING, from, CredentialState.REVOKED)));
    }

    @Test
    @Requirement("CRD-22")
    void lossForfeitsOnlyWhatIsStillPending() {
        assertEquals(
                CreditEffect.FORFEIT, CreditEffect.of(RETURNING, CredentialState.REVOKE_PENDING, CredentialState.LOST));
        assertEquals(CreditEffect.NONE, CreditEffect.of(RETURNING, CredentialState.REVOKED, CredentialState.LOST));
        assertEquals(CreditEffect.NONE, CreditEffect.of(KEEPING, CredentialState.REVOKE_PENDING, CredentialState.LOST));
    }

    @Test
    @Requirement("CRD-17")
    void nothingThatWasSpentComesBackWherePolicySaysNever() {
        for (CredentialState from : CredentialState.values()) {
            for (CredentialState to : CredentialState.values()) {
                assertNotEquals(CreditEffect.GIVE_BACK, CreditEffect.of(KEEPING, from, to), from + " to " + to);
                assertNotEquals(CreditEffect.FORFEIT, CreditEffect.of(KEEPING, from, to), from + " to " + to);
            }
        }
    }

    /** What waits for a confirmation may still open a door, whatever the policy. */
    @Test
    void revocationThatIsNotConfirmedMovesNothing() {
        for (CreditRules rules : List.of(RETURNING, KEEPING)) {
            for (CredentialState from : CredentialState.values()) {
                assertEquals(CreditEffect.NONE, CreditEffect.of(rules, from, CredentialState.REVOKE_PENDING));
            }
        }
    }

    @Test
    void reservationIsSpentOnAPhoneAndFreeAgainWithoutOne() {
        assertEquals(
                CreditEffect.SETTLE,
                CreditEffect.of(KEEPING, CredentialState.AWAITING_ACTIVATION, CredentialState.ACTIVE));
        assertEquals(
                CreditEffect.SETTLE,
                CreditEffect.of(KEEPING, CredentialState.AWAITING_ACTIVATION, CredentialState.REDEEMED));
        for (CredentialState from : UNUSED) {
            assertEquals(CreditEffect.RELEASE, CreditEffect.of(KEEPING, from, CredentialState.REVOKED));
            assertEquals(CreditEffect.RELEASE, CreditEffect.of(KEEPING, from, CredentialState.DELETED));
        }
    }

    @Test
    void removalOfWhatIsOnAPhoneGivesNothingBack() {
        for (CredentialState from :
                List.of(CredentialState.REDEEMED, CredentialState.ACTIVE, CredentialState.REVOKE_PENDING)) {
            assertEquals(CreditEffect.NONE, CreditEffect.of(RETURNING, from, CredentialState.DELETED));
        }
    }

    private static CreditRules rules(ReturnOn returnOn, ForfeitOn forfeitOn) {
        return new CreditRules(1, 5, ConsumptionOrder.PAID_FIRST, ChargeAt.ISSUE, returnOn, forfeitOn, true, false);
    }
}
