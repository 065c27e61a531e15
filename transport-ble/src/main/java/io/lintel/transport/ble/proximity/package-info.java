/**
 * Which reader a gesture means: pure functions from timestamped signals to a decision ({@code spec/ble.md} 8; {@code ONE-01} to {@code
 * ONE-05}, {@code RDR-06} to {@code RDR-09}).
 *
 * <p>A phone keeps what it heard in a {@link io.lintel.transport.ble.proximity.Trace}. For a gesture without a choice it begins a {@link
 * io.lintel.transport.ble.proximity.OneTap} and asks it with each new signal until it has decided. The list of doors is an {@link
 * io.lintel.transport.ble.proximity.AvailableDoors}, automatic mode an {@link io.lintel.transport.ble.proximity.AutomaticMode}.
 *
 * <p>A signal proves nothing: it can be made stronger or relayed. It says what the person probably means.
 */
@NullMarked
package io.lintel.transport.ble.proximity;

import org.jspecify.annotations.NullMarked;
