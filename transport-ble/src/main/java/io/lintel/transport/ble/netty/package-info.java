/**
 * Bluetooth links as Netty channels, so that what serves taps over TCP serves them over Bluetooth unchanged. A reader begins with {@link
 * io.lintel.transport.ble.netty.BleReaderServer}. Apps need none of this, nor Netty.
 */
@NullMarked
package io.lintel.transport.ble.netty;

import org.jspecify.annotations.NullMarked;
