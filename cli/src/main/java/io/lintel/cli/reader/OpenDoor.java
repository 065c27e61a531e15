package io.lintel.cli.reader;

import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.transport.tcp.TcpReaderServer;
import java.util.function.Consumer;

/** A reader that phones can tap, until it is closed. */
interface OpenDoor extends AutoCloseable {
    /** Where phones find it, as programs want it. */
    String address();

    /** What it does there, as a sentence goes on behind the reader's name. */
    String where();

    /** The options that "wallet tap" needs for it. */
    String tapOptions();

    @Override
    void close();

    /** A door on a TCP port. */
    static OpenDoor overTcp(Shell shell, Reader reader, HostAndPort where, Consumer<AccessEvent> sink) {
        TcpReaderServer server = TcpReaderServer.builder(reader)
                .bind(where.resolve())
                .eventSink(sink)
                .clock(shell.clock())
                .start();
        String address = HostAndPort.of(server.address()).toString();
        return new OpenDoor() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public String where() {
                return "listens on " + address;
            }

            @Override
            public String tapOptions() {
                return "--reader " + address;
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }
}
