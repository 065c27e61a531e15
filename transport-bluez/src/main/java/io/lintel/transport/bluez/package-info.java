/**
 * Bluetooth LE on Linux: a reader begins with {@link io.lintel.transport.bluez.BluezReader}, a handheld that taps with {@link
 * io.lintel.transport.bluez.BluezPhone}. What can be wrong with the machine's Bluetooth is {@link
 * io.lintel.transport.bluez.BluetoothException}.
 *
 * <p>The reader speaks to bluetoothd over D-Bus, since only bluetoothd may offer GATT services, and to the kernel for
 * L2CAP channels. It neither pairs nor bonds. The test bed in {@code testbed/} runs all of it without a radio.
 */
@NullMarked
package io.lintel.transport.bluez;

import org.jspecify.annotations.NullMarked;
