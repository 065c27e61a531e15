package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.ReaderCounters;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Prints what happens at a reader, one line each, on a thread of its own. Where printing cannot keep up, recording a decision
 * fails, and so the door stays closed. Lines are for people: a line that the terminal swallowed is lost. Where the reader
 * is linked to its manager, {@link ManagerLinkage} keeps the events that the manager has not got.
 */
final class AccessLog implements AutoCloseable {
    private static final int MAX_WAITING = 10_000;
    private static final int CLOSE_SECONDS = 5;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Shell shell;
    private final Map<Counter, Long> told = new EnumMap<>(Counter.class);
    private final ThreadPoolExecutor printer = new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MAX_WAITING), task -> new Thread(task, "lintel-log"));
    private volatile Grant grant;

    /** What a grant does. */
    private record Grant(WiegandOutput output, Duration unlockTime) {}

    AccessLog(Shell shell, WiegandOutput output, Duration unlockTime) {
        this.shell = shell;
        this.grant = new Grant(output, unlockTime);
    }

    /** Says of grants from now on that they do this. */
    void adopt(WiegandOutput output, Duration unlockTime) {
        grant = new Grant(output, unlockTime);
    }

    /** Records a decision; the line follows. */
    void record(AccessEvent event) {
        printer.execute(() -> shell.print(line(event)));
    }

    /** Prints how often something happened since the last time, other than decisions. */
    void failures(ReaderCounters counters) {
        for (Counter counter : Counter.values()) {
            long all = counters.get(counter);
            long before = told.getOrDefault(counter, 0L);
            told.put(counter, all);
            if (all > before) {
                meaning(counter).ifPresent(meaning -> print(counter, meaning, all - before));
            }
        }
    }

    /** These lines only sum up; where printing cannot keep up they are left out. */
    private void print(Counter counter, String meaning, long times) {
        if (printer.getQueue().remainingCapacity() == 0) {
            return;
        }
        String now = TIME.format(shell.clock().instant());
        printer.execute(() ->
                shell.print(Answer.saying(now + "  " + meaning + (times > 1 ? " (" + times + " times)" : ""))
                        .fact("event", counter.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .fact("times", times)));
    }

    private static Optional<String> meaning(Counter counter) {
        return Optional.ofNullable(
                switch (counter) {
                    case CERTIFICATES_SENT -> "first visit: a phone asked who this is and got the certificate";
                    case FAST_MISSED -> "a fast tap did not fit what this reader remembers; it asked for a cold one";
                    case COLD_FAILED_GATE -> "refused: a cold tap by somebody without the site's project key";
                    case COLD_RATE_LIMITED -> "refused: cold taps wait after too many failures";
                    case COLD_FAILED -> "refused: a cold tap that is not authentic";
                    case MALFORMED -> "refused: a message that the protocol does not allow";
                    case UNEXPECTED -> "refused: a message out of order";
                    case TIMED_OUT -> "a phone took too long";
                    case DISCONNECTED -> "a connection closed before a decision";
                    case COURIER_LISTS -> "a phone brought a newer revocation list, which is in force";
                    case COURIER_FAILED -> "refused: a revocation list, or a part of one, that the site did not sign";
                    case OPENERS, COURIER_OFFERS, FAST_GRANTED, FAST_DENIED, COLD_GRANTED, COLD_DENIED -> null;
                });
    }

    private Answer line(AccessEvent event) {
        String outcome = event.denial().map(reason -> "DENIED   ").orElse("GRANTED  ");
        String path = event.path().name().toLowerCase(Locale.ROOT);
        long millis = event.answerTime().toMillis();
        Answer answer = Answer.empty()
                .fact("event", "access")
                .fact("at", event.at().toString())
                .fact("granted", event.isGranted())
                .fact(
                        "reason",
                        event.denial()
                                .map(reason ->
                                        reason.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .fact("path", path)
                .fact("serial", event.serial())
                .fact("accessNumber", event.accessNumber())
                .fact("answerMillis", millis);
        String text = TIME.format(event.at()) + "  " + outcome + path + "  credential " + event.serial()
                + "  answered in " + millis + " ms  ";
        if (event.isGranted()) {
            Grant does = grant;
            PanelOutput panel = PanelOutput.of(does.output(), event.accessNumber());
            return answer.fact("unlockSeconds", does.unlockTime().toSeconds())
                    .fact("panel", panel.facts())
                    .line(text + panel.text());
        }
        return answer.line(text + event.denial().map(reason -> reason.advice()).orElse(""));
    }

    /** Prints what is still waiting. */
    @Override
    public void close() {
        printer.shutdown();
        try {
            if (!printer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                printer.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
