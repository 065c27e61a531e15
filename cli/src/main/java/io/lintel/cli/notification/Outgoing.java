package io.lintel.cli.notification;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.notification.Dispatched;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Does a round of sending each second, on a thread of its own, until it is closed. */
public final class Outgoing implements AutoCloseable {
    private static final long PAUSE_MILLIS = 1000;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Shell shell;
    private final String what;
    private final Supplier<Dispatched> round;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /**
     * Ready to begin.
     *
     * @param what is sent, for people
     * @param round sends what is due
     */
    public Outgoing(Shell shell, String what, Supplier<Dispatched> round) {
        this.shell = shell;
        this.what = what;
        this.round = round;
        thread = new Thread(this::sendUntilClosed, "lintel-" + what);
        thread.setDaemon(true);
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    private void sendUntilClosed() {
        try {
            do {
                send();
            } while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send() {
        try {
            Dispatched done = round.get();
            if (!done.isIdle()) {
                shell.print(Answer.saying(what + ": " + done.delivered() + " sent, " + done.failed() + " failed.")
                        .fact("event", "dispatched")
                        .fact("what", what)
                        .fact("delivered", done.delivered())
                        .fact("failed", done.failed()));
            }
        } catch (ManagerException e) {
            // The next round tries again; whoever watches has to know.
            shell.print(Answer.saying(what + " could not be sent: " + e.getMessage())
                    .fact("event", "dispatch-failed")
                    .fact("what", what)
                    .fact("message", String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            // A defect, whose words may hold anything. Nothing would leave any more if it ended the thread.
            shell.print(
                    Answer.saying(what + " could not be sent: " + e.getClass().getSimpleName())
                            .fact("event", "dispatch-failed")
                            .fact("what", what)
                            .fact("message", e.getClass().getSimpleName()));
        }
    }

    /** Lets the round that runs come to its end. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
