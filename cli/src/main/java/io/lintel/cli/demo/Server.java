package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** A process that runs on and says what happens, one JSON object per line. Thread-safe. */
final class Server {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final Supplier<String> complaint;
    private final List<JsonNode> events = new ArrayList<>();
    private boolean ended;

    Server(Process process, Supplier<String> complaint) {
        this.process = process;
        this.complaint = complaint;
        Thread listener = new Thread(this::listen, "lintel-demo-events");
        listener.setDaemon(true);
        listener.start();
    }

    /** Where it listens, {@code HOST:PORT}. */
    String address() {
        return await("listening").path("address").asText();
    }

    /** Waits for the first event of a name. */
    JsonNode await(String name) {
        return await(0, event -> event.path("event").asText().equals(name), name);
    }

    /** Waits for the first event after so many that fits. */
    synchronized JsonNode await(int after, Predicate<JsonNode> wanted, String what) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        Optional<JsonNode> found = find(after, wanted);
        while (found.isEmpty()) {
            long leftMillis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (ended || leftMillis <= 0) {
                throw new StoryException("a process did not say \"" + what + "\": " + complaint.get());
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StoryException("interrupted", e);
            }
            found = find(after, wanted);
        }
        return found.get();
    }

    private Optional<JsonNode> find(int after, Predicate<JsonNode> wanted) {
        return events.subList(after, events.size()).stream().filter(wanted).findFirst();
    }

    /** How many events there were. */
    synchronized int seen() {
        return events.size();
    }

    /** How many events of a name there were, from a number of events on. */
    synchronized long count(int after, String name) {
        return events.subList(after, events.size()).stream()
                .filter(event -> event.path("event").asText().equals(name))
                .count();
    }

    /** Stops it by ending its input and says whether it stopped in order. */
    boolean stop() {
        try {
            process.getOutputStream().close();
            return process.waitFor(STOP_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            throw new StoryException("a process cannot be stopped", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            while (line != null) {
                add(Cast.object(line));
                line = lines.readLine();
            }
        } catch (IOException | StoryException e) {
            // Whoever waits for an event is told that it did not come.
        } finally {
            end();
        }
    }

    private synchronized void add(JsonNode event) {
        events.add(event);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }
}
