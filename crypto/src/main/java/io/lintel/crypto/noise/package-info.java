/**
 * The Noise protocol framework, revision 34: {@link io.lintel.crypto.noise.HandshakeState} interprets the token pattern
 * of a handshake, {@link io.lintel.crypto.noise.Transport} carries what follows.
 *
 * <p>Covered are the one-way, fundamental and deferred patterns with any psk modifiers. The fallback modifier is not,
 * nor negotiation: whoever begins a handshake here knows its protocol.
 */
@NullMarked
package io.lintel.crypto.noise;

import org.jspecify.annotations.NullMarked;
