package io.lintel.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.netty.channel.Channel;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The harness itself, small: a real reader in another process, and every visit goes as it has to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReaderLoadTest {
    private static final int PHONES = 10;
    private static final int VISITS = 100;
    private static final int IDLE = 20;

    private ServerProcess server;
    private Load load;

    @BeforeAll
    void start() throws Exception {
        server = ServerProcess.start(Suite.X25519, 3 * PHONES, PHONES);
        load = new Load(server);
    }

    @AfterAll
    void stop() {
        load.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void everyVisitGoesAsItHasTo(Visit visit) throws Exception {
        load.warm(visit, PHONES);

        Measured measured = load.run(visit, new Arrivals(VISITS, 500, 1));

        assertEquals(VISITS, measured.visits());
        assertEquals(0, measured.failed());
        assertEquals(VISITS, measured.latency().getTotalCount());
        assertEquals(0, measured.unresumed(), "a handshake that was to be resumed was a full one");
        assertTrue(measured.cpuNanos() > 0);
    }

    @Test
    void idleSessionsStayWhileOthersTap() throws Exception {
        List<Channel> held = load.hold(IDLE);

        Measured measured = load.run(Visit.FAST, new Arrivals(VISITS, 500, 2));

        assertEquals(0, measured.failed());
        load.requireHeld(held);
        load.release(held);
        assertTrue(held.stream().noneMatch(Channel::isOpen));
        assertEquals(0, server.open());
    }

    @Test
    void anIdleSessionThatHasGoneIsMissed() throws Exception {
        List<Channel> held = load.hold(IDLE);
        LoadClient.close(held.get(0));

        assertThrows(IllegalStateException.class, () -> load.requireHeld(held));
        load.release(held);
    }

    @Test
    void phonesThatNeverMetTheReaderByTlsMakeAFullHandshake() throws Exception {
        try (ServerProcess another = ServerProcess.start(Suite.P256, 2, 2);
                Load strangers = new Load(another)) {
            Measured first = strangers.run(Visit.TLS, new Arrivals(1, 500, 3));

            assertEquals(1, first.visits());
            assertEquals(1, first.unresumed());
        }
    }
}
