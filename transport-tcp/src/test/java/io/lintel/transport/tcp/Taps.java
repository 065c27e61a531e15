package io.lintel.transport.tcp;

import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** What the tests of taps over TCP share. */
final class Taps {
    static final Duration LONG = Duration.ofMinutes(2);
    static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

    private Taps() {}

    /** Any free port of this machine alone. */
    static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static TapResult tap(TcpPhoneClient client, TestPhone phone, InetSocketAddress reader)
            throws ExecutionException, InterruptedException {
        return client.tap(phone.wallet().tap(GESTURE, TestSite.NOW), reader, LONG)
                .get();
    }
}
