package io.lintel.sdk.command.activation;

import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;

/** What the manager answers to a redemption. */
public sealed interface RedemptionDecision {

    /** The code was redeemed, now or by this very request before; the caller destroys the project key. */
    public record Grant(ActivationGrant grant) implements RedemptionDecision {}

    /** The code was not redeemed. */
    public record Refusal(ActivationRefusal reason) implements RedemptionDecision {}
}
