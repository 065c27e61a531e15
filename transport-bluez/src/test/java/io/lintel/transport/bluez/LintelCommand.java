package io.lintel.transport.bluez;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A run of the {@code lintel} command, as a process of its own that talks JSON. */
final class LintelCommand implements AutoCloseable {
    /** Names the program, since the guest has the host's files at the same place. */
    private static final Path PROGRAM = Path.of("/out/lintel");

    /** A process takes ten seconds to start where the processor is emulated, and many times that where it is shared as well. */
    private static final Duration AWAIT = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;

    private LintelCommand(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts it in {@code directory}, where its output stays as well. */
    static LintelCommand start(Path directory, String... words) throws IOException {
        Path output = Files.createTempFile(directory, words[0] + "-" + words[1] + "-", ".json");
        List<String> line = new ArrayList<>(List.of(Files.readString(PROGRAM).strip(), "--json"));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("LINTEL_JAVA_OPTS", "-XX:TieredStopAtLevel=1"); // it is over before more pays
        return new LintelCommand(builder.start(), output);
    }

    /** Waits until it has said {@code words}. */
    void await(String words) {
        Door.until(AWAIT, () -> said().contains(words) || !process.isAlive());
        if (!said().contains(words)) {
            throw new AssertionError("it ended before it said " + words + ": " + said());
        }
    }

    /** Waits for its end. */
    int exitStatus() {
        Door.until(AWAIT, () -> !process.isAlive());
        return process.exitValue();
    }

    /** Asks it to stop, as a service manager does. */
    void stop() {
        process.destroy();
    }

    String said() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
