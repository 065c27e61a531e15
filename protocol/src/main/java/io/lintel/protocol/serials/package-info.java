/**
 * Sets of credential serials, and the two codings in which a revocation list writes them ({@code spec/revocation.md}).
 *
 * <p>{@link io.lintel.protocol.serials.SerialSet} is what a manager reckons with. {@link
 * io.lintel.protocol.serials.CodedSerials} is what a list carries and a reader asks: the octets as they were signed,
 * with an index beside them, so that a look-up reads a few bits and makes no object. {@link
 * io.lintel.protocol.serials.RunCursor} walks either in constant memory.
 *
 * <p>Everything here is a pure value or a cursor over one.
 */
@NullMarked
package io.lintel.protocol.serials;

import org.jspecify.annotations.NullMarked;
