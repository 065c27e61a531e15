package io.lintel.sdk;

import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;

/** What the manager answers to a redemption. */
sealed interface RedemptionDecision {

    /** The code was redeemed, now or by this very request before; the caller destroys the project key. */
    record Grant(ActivationGrant grant) implements RedemptionDecision {}

    /** The code was not redeemed. */
    record Refusal(ActivationRefusal reason) implements RedemptionDecision {}
}
