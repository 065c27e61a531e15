/**
 * The words that both sides of a tap share: {@link io.lintel.protocol.tap.Transport}, {@link io.lintel.protocol.tap.Intent},
 * {@link io.lintel.protocol.tap.DenialReason} and {@link io.lintel.protocol.tap.TapError}. Reader makers go on to
 * {@code io.lintel.protocol.reader}, phone apps to {@code io.lintel.protocol.phone}.
 */
@NullMarked
package io.lintel.protocol.tap;

import org.jspecify.annotations.NullMarked;
