package io.lintel.cli.shell;

import java.time.Duration;
import java.time.Instant;

/**
 * Says on standard error how far something long has come: over and over on one line of a terminal, else in a line from
 * time to time. What is over soon says nothing. For one thread.
 */
public final class Progress implements AutoCloseable {
    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);

    private final Shell shell;
    private final String what;
    private final Duration interval;
    private Instant next;
    private boolean lineIsOpen;

    Progress(Shell shell, String what) {
        this.shell = shell;
        this.what = what;
        this.interval = shell.screen().rewritable() ? ON_TERMINAL : ELSEWHERE;
        this.next = shell.clock().instant().plus(interval);
    }

    /**
     * Tells how much is done, where it is time to tell it.
     *
     * @param total how much there is; 0 where nobody knows
     */
    public void at(long done, long total) {
        Instant now = shell.clock().instant();
        if (now.isBefore(next)) {
            return;
        }
        next = now.plus(interval);
        lineIsOpen = shell.screen().rewritable();
        shell.printProgress(what, done, total);
    }

    /** Ends the line. */
    @Override
    public void close() {
        if (lineIsOpen) {
            shell.err().println();
            lineIsOpen = false;
        }
    }
}
