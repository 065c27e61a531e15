package io.lintel.cli.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The processes of the story, all in one directory. None outlives the story: they are stopped when it ends, when it fails
 * and when it is interrupted, and the servers among them stop by themselves when their input ends.
 */
final class Cast implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMMAND_SECONDS = 60;

    private final Path directory;
    private final Path logs;
    private final Set<Process> alive = ConcurrentHashMap.newKeySet();
    private final AtomicInteger started = new AtomicInteger();
    private final Runnable afterwards;
    private final Thread atInterrupt = new Thread(this::end, "lintel-demo-stop");

    /**
     * The processes of one directory.
     *
     * @param afterwards what to do when all of them have been stopped
     */
    Cast(Path directory, Runnable afterwards) {
        this.directory = directory;
        this.afterwards = afterwards;
        try {
            this.logs = Files.createDirectories(directory.resolve("logs"));
        } catch (IOException e) {
            throw new StoryException("the directory " + directory + " cannot be written", e);
        }
        Runtime.getRuntime().addShutdownHook(atInterrupt);
    }

    /** Runs one command to its end. */
    Finished run(String... words) {
        Path out = log(words, "out");
        Path err = log(words, "err");
        ProcessBuilder builder = builder(words)
                .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Process process = start(builder);
        try {
            if (!process.waitFor(COMMAND_SECONDS, TimeUnit.SECONDS)) {
                throw new StoryException("lintel " + String.join(" ", words) + " did not end");
            }
            return new Finished(process.exitValue(), objects(Files.readAllLines(out)), complaint(err));
        } catch (IOException e) {
            throw new StoryException("the output of lintel " + words[0] + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        } finally {
            forget(process);
        }
    }

    /** Starts a command that runs until it is stopped, and waits until it listens. */
    Server serve(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--stop-at-end-of-input");
        Path err = log(words, "err");
        Process process = start(builder(all.toArray(new String[0])).redirectError(err.toFile()));
        Server server = new Server(process, () -> complaint(err));
        server.await("listening");
        return server;
    }

    private ProcessBuilder builder(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--json");
        return new ProcessBuilder(JavaCommand.lintel(arguments)).directory(directory.toFile());
    }

    private Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            alive.add(process);
            return process;
        } catch (IOException e) {
            throw new StoryException(
                    "Java cannot be started once more: " + builder.command().get(0), e);
        }
    }

    private Path log(String[] words, String kind) {
        String verb = words.length > 1 ? words[1] : "";
        return logs.resolve(String.format("%02d-%s-%s.%s", started.incrementAndGet(), words[0], verb, kind));
    }

    private Path nothing() {
        try {
            return Files.write(logs.resolve("nothing"), new byte[0]);
        } catch (IOException e) {
            throw new StoryException("the directory " + logs + " cannot be written", e);
        }
    }

    static List<JsonNode> objects(List<String> lines) {
        return lines.stream().map(Cast::object).toList();
    }

    static JsonNode object(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new StoryException("this is not JSON: " + line, e);
        }
    }

    private static String complaint(Path err) {
        try {
            return complaint(Files.readString(err));
        } catch (IOException | StoryException e) {
            return "(see " + err + ")";
        }
    }

    /** The message of a failure that was printed as JSON, else the whole text. */
    static String complaint(String printed) {
        String text = printed.strip();
        return text.startsWith("{") ? object(text).path("message").asText() : text;
    }

    private void forget(Process process) {
        process.destroyForcibly();
        alive.remove(process);
    }

    private void end() {
        alive.forEach(Process::destroyForcibly);
        alive.forEach(Cast::awaitEnd);
        afterwards.run();
    }

    private static void awaitEnd(Process process) {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atInterrupt);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does the rest.
            return;
        }
        end();
    }
}
