package io.lintel.cli.statistics;

import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.statistics.ProjectReport;
import io.lintel.sdk.statistics.StatisticsRecipient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Takes reports to a file, one line of JSON each: of two lines for one site and day the later one counts. */
public final class ReportFile implements StatisticsRecipient {
    private final Path file;

    /** Appends to this file, which is made if it is not there. */
    public ReportFile(Path file) {
        this.file = file;
    }

    @Override
    public Delivery send(ProjectReport report) {
        try {
            Files.writeString(
                    file,
                    report.json() + System.lineSeparator(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return new Delivery.Accepted();
        } catch (IOException e) {
            return new Delivery.Failed(Delivery.Failure.UNREACHABLE);
        }
    }
}
