package io.lintel.protocol.reader;

/**
 * The decisions that are being made, so that a receipt can be signed behind those that do not go by what it says ({@code
 * spec/revocation.md} 4). Nobody who decides waits for anybody. Thread-safe.
 */
final class RunningDecisions {
    private volatile Round current = new Round();

    /** Begins a decision; what is in force is read from now on. {@link Round#leave} ends it. */
    Round begin() {
        Round round = current;
        while (!round.enter()) {
            round = current;
        }
        return round;
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

        synchronized void leave() {
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
