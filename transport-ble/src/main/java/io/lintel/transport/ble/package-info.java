/**
 * The protocol over Bluetooth Low Energy. This package will hold the framing, the GATT and L2CAP profiles, the
 * proximity rules and the {@code BleLink} port; a Netty channel over that port goes into {@code ble.netty}.
 */
@NullMarked
package io.lintel.transport.ble;

import org.jspecify.annotations.NullMarked;
