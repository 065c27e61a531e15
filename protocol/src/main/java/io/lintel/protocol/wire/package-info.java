/**
 * The octets and the key schedule of a tap, shared by both sides and exported to nobody: layouts with exact lengths
 * ({@link io.lintel.protocol.wire.Lengths}), {@link io.lintel.protocol.wire.OpenerKeys},
 * {@link io.lintel.protocol.wire.TapSecret} and {@link io.lintel.protocol.wire.Ratchet}. Implementers in other languages
 * read spec/protocol.md, which says the same.
 */
@NullMarked
package io.lintel.protocol.wire;

import org.jspecify.annotations.NullMarked;
