package io.lintel.conformance.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.conformance.ReaderTarget;
import io.lintel.conformance.Restart;
import io.lintel.conformance.Timing;
import io.lintel.conformance.bench.Mismatch;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ReaderBenchTest {
    @Test
    void aReaderThatNeverComesBackHasFailedItsCase() throws IOException {
        ReaderBench bench = bench(() -> {});

        Mismatch failed = assertThrows(Mismatch.class, () -> bench.restart("TAP-9-2", Duration.ZERO));

        assertEquals("TAP-9-2", failed.number());
    }

    @Test
    void aReaderThatItsOwnerCannotRestartIsLost() throws IOException {
        ReaderBench bench = bench(() -> {
            throw new IOException("no such service");
        });
        assertFalse(bench.isLost());

        Mismatch failed = assertThrows(Mismatch.class, () -> bench.restart("TAP-9-2"));

        assertEquals("no such service", failed.seen());
        assertTrue(bench.isLost());
    }

    /** A bench whose reader is not there. */
    private static ReaderBench bench(Restart restart) throws IOException {
        InetSocketAddress nobody;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
        }
        SecureRandom random = new SecureRandom();
        TrialSite site = TrialSite.make(Primitives.select(random).suite(Suite.X25519), random, Instant.now());
        return new ReaderBench(
                site.material(),
                ReaderTarget.tcp(nobody),
                Timing.recommended(),
                new SplittableRandom(1),
                InstantSource.system(),
                Optional.of(restart));
    }
}
