package io.lintel.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a command that runs on has printed so far. Thread-safe. */
final class Printout extends ByteArrayOutputStream {
    private boolean ended;

    @Override
    public synchronized void write(int octet) {
        super.write(octet);
        notifyAll();
    }

    @Override
    public synchronized void write(byte[] octets, int from, int count) {
        super.write(octets, from, count);
        notifyAll();
    }

    String text() {
        return toString(StandardCharsets.UTF_8);
    }

    /** Says that nothing more comes. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Waits for a text; returns false where it has not come by the end or within a time. */
    synchronized boolean await(String text, Duration within) {
        long begun = System.nanoTime();
        while (!text().contains(text)) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(within.toNanos() - (System.nanoTime() - begun));
            if (ended || leftMillis <= 0) {
                return false;
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return true;
    }
}
