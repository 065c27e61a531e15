/**
 * A second tap, written from spec/protocol.md alone: SHA-256, HMAC, AES-GCM and key agreement of the Java platform, and
 * otherwise straight lines. It shares no code with the sessions, the wire package or the Noise core; that it makes every
 * octet of every vector shows that the page says enough.
 */
@NullMarked
package io.lintel.protocol.vectors.straight;

import org.jspecify.annotations.NullMarked;
