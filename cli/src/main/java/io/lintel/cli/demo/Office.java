package io.lintel.cli.demo;

import io.lintel.cli.shell.Program;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Stop;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the administrator sits: runs the commands that work on the database, through the command's own entry point but in
 * this process, because a process for each of them would only cost time.
 */
final class Office {
    private final Program program;
    private final Path directory;
    private final Clock clock;

    Office(Program program, Path directory, Clock clock) {
        this.program = program;
        this.directory = directory;
        this.clock = clock;
    }

    Finished run(List<String> words) {
        List<String> arguments = new ArrayList<>(words);
        arguments.add("--json");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode;
        try (Shell shell = new Shell(
                directory, InputStream.nullInputStream(), out, err, StandardCharsets.UTF_8, clock, Stop.onRequest())) {
            exitCode = program.run(shell, arguments.toArray(new String[0]));
        }
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        return new Finished(exitCode, Cast.objects(lines), Cast.complaint(err.toString(StandardCharsets.UTF_8)));
    }
}
