package io.lintel.cli.shell;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.sdk.model.CommandId;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * All that a command reaches outside itself: where it runs, what it prints to, the clock, randomness and the wish to
 * stop. One shell serves one run of the command.
 */
public final class Shell implements AutoCloseable {
    private static final String PROGRAM = System.getProperty("lintel.program", "lintel");

    /** The first words of all commands: what follows the program's name where a text means a command. */
    public static final Set<String> COMMANDS = Set.of(
            "backup",
            "bench",
            "conformance",
            "credential",
            "credit",
            "demo",
            "distributor",
            "event",
            "help",
            "key",
            "ledger",
            "login",
            "manager",
            "notification",
            "person",
            "profile",
            "providers",
            "reader",
            "simulate",
            "site",
            "statistics",
            "store",
            "support",
            "wallet");

    private static final Pattern COMMAND = Pattern.compile("\\blintel(?= (?:" + String.join("|", COMMANDS) + ")\\b)");

    private final Path directory;
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Charset charset;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Stop stop;
    private final Screen screen;
    private @Nullable CommandId command;
    private Form form = Form.TEXT;
    private Detail detail = Detail.MESSAGE;

    private enum Form {
        TEXT,
        JSON
    }

    private enum Detail {
        MESSAGE,
        STACK_TRACE
    }

    /**
     * A shell of one's own making, as tests need it.
     *
     * @param directory what relative paths start from
     * @param charset of both outputs
     */
    public Shell(
            Path directory,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Charset charset,
            Clock clock,
            Stop stop) {
        this(directory, in, out, err, charset, clock, stop, Screen.NONE);
    }

    /** The same on a screen that is known. */
    public Shell(
            Path directory,
            InputStream in,
            OutputStream out,
            OutputStream err,
            Charset charset,
            Clock clock,
            Stop stop,
            Screen screen) {
        this.directory = directory;
        this.in = in;
        this.out = new PrintWriter(out, true, charset);
        this.err = new PrintWriter(err, true, charset);
        this.charset = charset;
        this.clock = clock;
        this.stop = stop;
        this.screen = screen;
    }

    /** The shell of this process: its directory, its streams, the system's clock; stopped by the usual signals. */
    public static Shell ofThisProcess() {
        return new Shell(
                Path.of(""),
                System.in,
                System.out,
                System.err,
                terminalCharset(),
                Clock.systemUTC(),
                Stop.onSignal(),
                Screen.ofThisProcess());
    }

    private static Charset terminalCharset() {
        String standard = Charset.defaultCharset().name();
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", standard));
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.defaultCharset();
    }

    /** From now on prints JSON, one object per line. */
    public void useJson() {
        form = Form.JSON;
    }

    /** Whether programs read the answers. */
    public boolean usesJson() {
        return form == Form.JSON;
    }

    /** From now on failures come with their stack trace. */
    public void showStackTraces() {
        detail = Detail.STACK_TRACE;
    }

    /** Prints an answer in the form that was asked for, at once. Thread-safe. */
    public synchronized void print(Answer answer) {
        if (form == Form.JSON) {
            out.println(Json.line(answer.facts()));
        } else {
            answer.lines(screen.columns()).forEach(line -> out.println(asTyped(line)));
        }
        out.flush();
    }

    /** Prints a failure and returns what the process ends with. */
    synchronized ExitCode print(Throwable failure) {
        FailureReport report = FailureReport.of(failure, Optional.ofNullable(command));
        out.flush();
        if (form == Form.JSON) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("error", report.code());
            facts.put("message", report.message());
            if (!report.problems().isEmpty()) {
                facts.put(
                        "problems",
                        report.problems().stream()
                                .map(problem -> Map.of("line", problem.line(), "what", problem.what()))
                                .toList());
            }
            report.repeatAs().ifPresent(id -> facts.put("commandId", id.toString()));
            err.println(Json.line(facts));
        } else {
            err.println("lintel: " + asTyped(report.message()));
            report.problems().forEach(problem -> err.println("  " + problem));
        }
        if (detail == Detail.STACK_TRACE) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.print(trace);
        }
        err.flush();
        return report.exitCode();
    }

    /** A text whose commands begin as this one was called, such as {@code ./lintel}. */
    private static String asTyped(String text) {
        return PROGRAM.equals("lintel") ? text : COMMAND.matcher(text).replaceAll(Matcher.quoteReplacement(PROGRAM));
    }

    /** Where help goes. */
    public PrintWriter out() {
        return out;
    }

    /** Where complaints about the arguments go. */
    public PrintWriter err() {
        return err;
    }

    /** What programs say to the command. */
    public InputStream in() {
        return in;
    }

    /** The encoding of what it prints: not every one has every character. */
    public Charset charset() {
        return charset;
    }

    /** A path of the person's, seen from the directory that the command runs in. */
    public Path resolve(Path path) {
        return directory.resolve(path);
    }

    /** Says how far something long has come. */
    public Progress progress(String what) {
        return new Progress(this, what);
    }

    synchronized void printProgress(String what, long done, long total) {
        if (form == Form.JSON) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("progress", what);
            facts.put("done", done);
            facts.put("total", total);
            err.println(Json.line(facts));
        } else {
            String text = String.format(Locale.ROOT, "%s: %,d", what, done)
                    + (total > 0 ? String.format(Locale.ROOT, " of %,d", total) : "");
            err.print(screen.rewritable() ? "\r" + text : text + System.lineSeparator());
        }
        err.flush();
    }

    /** What the terminal can show. */
    Screen screen() {
        return screen;
    }

    /** The clock. */
    public Clock clock() {
        return clock;
    }

    /** The source of randomness. */
    public SecureRandom random() {
        return random;
    }

    /** A number of fresh random octets. */
    public Bytes randomOctets(int sizeBytes) {
        byte[] octets = new byte[sizeBytes];
        random.nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    /** A fresh id for a command of the manager. */
    public CommandId commandId() {
        return CommandId.random(random);
    }

    /** Remembers which command of the manager this run is about: a failure that leaves its outcome open names it. */
    CommandId isAbout(CommandId id) {
        command = id;
        return id;
    }

    /** The cryptography of this process. */
    public Primitives primitives() {
        return Primitives.select(random);
    }

    /** What ends a command that runs until it is told to stop. */
    public Stop stop() {
        return stop;
    }

    /** Writes out what is still held back. */
    public synchronized void flush() {
        out.flush();
        err.flush();
    }

    @Override
    public void close() {
        flush();
        stop.done();
    }
}
