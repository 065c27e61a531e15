package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.netty.BleReaderServer;
import java.util.function.UnaryOperator;

/** A reader of ours at the other end of simulated Bluetooth links; a test may change its packets, or those that it gets. */
final class ReaderOnAir implements ReaderTarget.Links, AutoCloseable {
    private final SimulatedRadio radio;
    private final BleReaderServer server;
    UnaryOperator<Bytes> packetsOfReader = UnaryOperator.identity();
    UnaryOperator<Bytes> packetsOfPhone = UnaryOperator.identity();

    /** Serves {@code reader}. */
    ReaderOnAir(Reader reader, Transport transport, int mtu) {
        this.radio = new SimulatedRadio(transport, mtu);
        this.server = BleReaderServer.builder(reader).eventSink(event -> {}).start();
    }

    ReaderTarget target() {
        return radio.transport() == Transport.BLE_GATT ? ReaderTarget.gatt(this) : ReaderTarget.l2cap(this);
    }

    @Override
    public BleLink connect() {
        return radio.connect(packetsOfReader, packetsOfPhone, server::accept);
    }

    @Override
    public void close() {
        server.close();
        radio.close();
    }
}
