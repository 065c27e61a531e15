/**
 * How a credential gets onto a phone: one request and one response, as octets that any carrier may bring.
 * {@link io.lintel.protocol.activation.PhoneActivation} is the phone's side, {@link
 * io.lintel.protocol.activation.ManagerActivation} the manager's.
 *
 * <p>The person scans an {@link io.lintel.protocol.activation.ActivationLink} or types its {@link
 * io.lintel.protocol.activation.ActivationCode}. The phone makes a holder key and sends code and key to the manager,
 * sealed for the manager's key from the link (Noise NK), with a proof that it has the private half. The manager redeems
 * the code and answers with an {@link io.lintel.protocol.activation.ActivationGrant} or an {@link
 * io.lintel.protocol.activation.ActivationRefusal}.
 *
 * <p>Whoever records a request can send it again, and a phone that got no answer does so, too. So redemption is
 * idempotent by the request id: the manager keeps what it granted and grants the same again. The recorder gains nothing:
 * only the phone that made the request can read the answer.
 *
 * <p>Nothing here reads a clock, draws randomness or touches a network. Source of the rules: {@code spec/protocol.md},
 * "Activation".
 */
@NullMarked
package io.lintel.protocol.activation;

import org.jspecify.annotations.NullMarked;
