package io.lintel.cli.credit;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** An export that lies in one file or in several, each of which ends with a whole line. */
final class ExportFiles {
    private final List<Path> typed;
    private final Shell shell;

    ExportFiles(List<Path> typed, Shell shell) {
        this.typed = List.copyOf(typed);
        this.shell = shell;
    }

    /** All of them as one, from the beginning. */
    InputStream open() throws IOException {
        List<InputStream> streams = new ArrayList<>();
        try {
            for (Path file : typed) {
                if (!Files.isRegularFile(shell.resolve(file))) {
                    throw CommandFailure.environment(
                            "cli.no-such-file",
                            "There is no file " + file + ". Make an export: lintel ledger export --output FILE");
                }
                streams.add(new BufferedInputStream(Files.newInputStream(shell.resolve(file))));
            }
            return new SequenceInputStream(Collections.enumeration(streams));
        } catch (IOException | CommandFailure e) {
            for (InputStream stream : streams) {
                stream.close();
            }
            throw e;
        }
    }

    /** Where a line of the whole is, as the beginning of a sentence; empty for no line. */
    String place(long line) {
        long left = line;
        for (Path file : typed) {
            long lines = left > 0 && typed.size() > 1 ? lines(file) : Long.MAX_VALUE;
            if (left > 0 && left <= lines) {
                return file + ", line " + left + ": ";
            }
            left -= lines;
        }
        return "";
    }

    private long lines(Path file) {
        long lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(shell.resolve(file)))) {
            for (int octet = in.read(); octet >= 0; octet = in.read()) {
                lines += octet == '\n' ? 1 : 0;
            }
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
        return lines;
    }
}
