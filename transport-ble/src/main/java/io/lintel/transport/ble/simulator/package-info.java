/**
 * Bluetooth links without a radio, the same for each seed: connection events, MTUs, loss, disconnection, and stacks that do not keep
 * their word. {@link io.lintel.transport.ble.simulator.SimulatedConnection} has a {@code BleLink} for each side; {@link
 * io.lintel.transport.ble.simulator.SimulatedTime} moves both, and whatever else waits for a time. For tests of apps and readers,
 * and for measurements.
 */
@NullMarked
package io.lintel.transport.ble.simulator;

import org.jspecify.annotations.NullMarked;
