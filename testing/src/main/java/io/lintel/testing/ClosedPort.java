package io.lintel.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A port of this machine at which nobody listens. It is held until it is closed: a port that was merely free a moment ago may be
 * somebody's by now, and a client that connects to a free port of its own machine may even get it itself.
 */
public final class ClosedPort implements AutoCloseable {

    private final Socket held = new Socket();

    /** Takes any free port of the loopback address. */
    public ClosedPort() throws IOException {
        held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** Where nobody listens. */
    public InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), held.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        held.close();
    }
}
