package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.testing.ForwardingMemory;
import java.util.concurrent.CountDownLatch;

/** A memory whose disk does not come back from a write of a list until the test lets it. */
final class StuckMemory extends ForwardingMemory {
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean sticks;

    /** From now on a list that is written stays on its way. */
    void stick() {
        sticks = true;
    }

    /** Waits until a list is on its way. */
    void awaitStuck() throws InterruptedException {
        stuck.await();
    }

    void release() {
        released.countDown();
    }

    @Override
    public void keepList(Slot slot, Bytes signedList) {
        if (sticks) {
            stuck.countDown();
            try {
                released.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
        super.keepList(slot, signedList);
    }
}
