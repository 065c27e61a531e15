package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CourierDeskTest {

    /** An event loop gives it back when a courier's channel ends, and serves all other taps. */
    @Test
    void aPlaceIsGivenBackWhileAListIsOnItsWayToTheDisk()
            throws ExecutionException, InterruptedException, TimeoutException {
        CourierDesk desk = new CourierBench().desk;
        assertTrue(desk.enter());

        synchronized (desk) { // as whoever installs a list has it
            CompletableFuture.runAsync(desk::leave).get(30, TimeUnit.SECONDS);
        }

        for (int place = 0; place < CourierDesk.MAX_VISITS; place++) {
            assertTrue(desk.enter());
        }
        assertFalse(desk.enter());
    }
}
