package io.lintel.protocol.reader;

/**
 * The decisions that are being made, so that a receipt can be signed behind those that do not go by what it says ({@code
 * spec/revocation.md} 4). Nobody who decides waits for anybody. Thread-safe.
 */
final class RunningDecisions {
    private final ThreadLocal<int[]> ofThisThread = ThreadLocal.withInitial(() -> new int[1]);
    private volatile Round current = new Round();

    /** Begins a decision of this thread; what is in force is read from now on. {@link #end} ends it, on the same thread. */
    Round begin() {
        int[] count = ofThisThread.get();
        Round round = current;
        while (!round.enter()) {
            round = current;
        }
        count[0]++;
        return round;
    }

    void end(Round round) {
        ofThisThread.get()[0]--;
        round.leave();
    }

    /**
     * Refuses a thread that decides, which would wait for itself.
     *
     * @param what what it is about to do
     * @throws IllegalStateException on a thread that decides
     */
    void refuseWhileDeciding(String what) {
        if (ofThisThread.get()[0] > 0) {
            throw new IllegalStateException(
                    what + " waits for decisions; do it behind this one, not in an access policy");
        }
    }

    /** Returns when every decision has ended that has begun before. Not to be called by one that decides. */
    synchronized void awaitBegun() {
        Round before = current;
        current = new Round();
        before.awaitEnd();
    }

    /** The decisions that began between two receipts. */
    static final class Round {
        private int running;
        private boolean over;

        private synchronized boolean enter() {
            if (!over) {
                running++;
            }
            return !over;
        }

        private synchronized void leave() {
            running--;
            notifyAll();
        }

        private synchronized void awaitEnd() {
            over = true;
            boolean interrupted = false;
            while (running > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
