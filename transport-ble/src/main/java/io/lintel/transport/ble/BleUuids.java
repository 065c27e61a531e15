package io.lintel.transport.ble;

import java.util.UUID;

/** The identifiers of the GATT profile ({@code spec/ble.md} 3). */
public final class BleUuids {
    /** The service that a reader offers and advertises. */
    public static final UUID SERVICE = UUID.fromString("9aeb0001-1f64-4598-b890-89372ac73a72");

    /** The characteristic that the phone writes, without response where its stack can. */
    public static final UUID TO_READER = UUID.fromString("9aeb0002-1f64-4598-b890-89372ac73a72");

    /** The characteristic by which the reader notifies; subscribing to it opens a channel. */
    public static final UUID TO_PHONE = UUID.fromString("9aeb0003-1f64-4598-b890-89372ac73a72");

    private BleUuids() {}
}
