package io.lintel.cli.wallet;

import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.tcp.TapUnderWay;
import io.lintel.transport.tcp.TcpPhoneClient;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A phone's way to one reader, tap after tap. */
interface TapWay extends AutoCloseable {
    /** What carries the taps. */
    Transport transport();

    /** Connects and begins a tap. */
    TapUnderWay tap(PhoneSession session, CourierBudget budget);

    @Override
    void close();

    /** The way to a reader on a TCP port. */
    static TapWay overTcp(Shell shell, HostAndPort reader, Duration timeout) {
        InetSocketAddress address = reader.resolve();
        TcpPhoneClient client = TcpPhoneClient.open(shell.clock());
        return new TapWay() {
            @Override
            public Transport transport() {
                return Transport.TCP;
            }

            @Override
            public TapUnderWay tap(PhoneSession session, CourierBudget budget) {
                return client.tap(session, address, timeout, budget);
            }

            @Override
            public void close() {
                client.close();
            }
        };
    }
}
