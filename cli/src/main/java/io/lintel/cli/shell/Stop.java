package io.lintel.cli.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends a command that runs until it is told to stop, and lets it finish what it has begun. Thread-safe. */
public final class Stop {
    private static final int GRACE_SECONDS = 10;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Consumer<Runnable> atSignal;

    private Stop(Consumer<Runnable> atSignal) {
        this.atSignal = atSignal;
    }

    /** A stop that comes by {@link #request()} alone. */
    public static Stop onRequest() {
        return new Stop(task -> {});
    }

    /** A stop that also comes with the signals that end a process. */
    static Stop onSignal() {
        return new Stop(task -> Runtime.getRuntime().addShutdownHook(new Thread(task, "lintel-stop")));
    }

    /** From now on a signal does not end the process before the command has finished. Called once. */
    public void finishFirst() {
        atSignal.accept(this::requestAndWait);
    }

    /** Asks the command to stop. */
    public void request() {
        requested.countDown();
    }

    /** Also stops when there is no more input: whoever started this process has ended. */
    public void atEndOf(InputStream in) {
        Thread watcher = new Thread(() -> waitForEnd(in), "lintel-input");
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Waits for the wish to stop, at most for so long; says whether there is one. */
    public boolean isRequestedWithin(long millis) {
        try {
            return requested.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** The command has finished. */
    void done() {
        done.countDown();
    }

    private void requestAndWait() {
        request();
        try {
            if (!done.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("lintel: did not finish within " + GRACE_SECONDS + " s and was stopped.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForEnd(InputStream in) {
        try {
            while (in.read() >= 0) {
                // Whatever is said does not matter, only that somebody is there.
            }
        } catch (IOException e) {
            // A broken input is an ended one.
        }
        request();
    }
}
