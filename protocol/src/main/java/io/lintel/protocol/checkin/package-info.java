/**
 * How a credential that is on a phone stays good: one request and one response for each credential, as octets that any
 * carrier may bring. {@link io.lintel.protocol.checkin.PhoneCheckIn} is the phone's side, {@link
 * io.lintel.protocol.checkin.ManagerCheckIn} the manager's.
 *
 * <p>The phone says what it holds ({@link io.lintel.protocol.checkin.CheckInRequest}), proven by the credential's holder key
 * (Noise IK), and the manager answers with what the phone lacks ({@link io.lintel.protocol.checkin.CheckInAnswer}): a new
 * lease, newer keys, doors, a newer list, or the order to delete the credential. That the phone did, it confirms with the
 * next request.
 *
 * <p>Whoever records a request can send it again. Numbers that only go up tell the manager so, and a request that it has
 * seen changes nothing. The recorder gains nothing: only the phone that made the request can read the answer.
 *
 * <p>Nothing here reads a clock, draws randomness or touches a network. Source of the rules: {@code spec/protocol.md},
 * "Check-in".
 */
@NullMarked
package io.lintel.protocol.checkin;

import org.jspecify.annotations.NullMarked;
