/**
 * The protocol over Bluetooth LE, without a Bluetooth stack: a platform's own is bound to {@link io.lintel.transport.ble.BleLink}.
 *
 * <p>A phone finds readers by {@link io.lintel.transport.ble.AdvertisingPayload}. {@link io.lintel.transport.ble.Framing} cuts messages
 * into packets and puts them together again. All of it is written down in {@code spec/ble.md}.
 *
 * <p>Nothing here opens a radio, starts a thread or reads a clock, and all of it runs on Android.
 */
@NullMarked
package io.lintel.transport.ble;

import org.jspecify.annotations.NullMarked;
