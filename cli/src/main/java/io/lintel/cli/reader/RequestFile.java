package io.lintel.cli.reader;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.StatementException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a reader of another make asks for its certificate with (spec/protocol.md 11, "Reader request"). */
final class RequestFile {
    private static final int MAX_SIZE_BYTES = 256;

    private RequestFile() {}

    /** Reads it. Whether the keys are proven is for the manager to see. */
    static ReaderRequest read(Path file) {
        try {
            if (Files.size(file) > MAX_SIZE_BYTES) {
                throw unusable(file, "is too long");
            }
            return ReaderRequest.decode(Bytes.copyOf(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw unusable(file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        } catch (StatementException e) {
            throw unusable(file, "is no request");
        }
    }

    /** Makes the directory that gets what the site tells that reader. */
    static void makeDirectory(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.reader-directory",
                    "Cannot make the directory " + directory + " ("
                            + e.getClass().getSimpleName() + "). Check that you may write there.");
        }
    }

    private static CommandFailure unusable(Path file, String why) {
        return CommandFailure.environment(
                "cli.reader-request",
                "The reader's request " + file + " " + why
                        + ". Let the reader write it again: the octets of spec/protocol.md 11, \"Reader request\".");
    }
}
