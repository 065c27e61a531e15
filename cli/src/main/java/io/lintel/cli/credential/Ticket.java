package io.lintel.cli.credential;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.manager.ManagerRun;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.connectors.QrImage;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.credential.ActivationTicket;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Shows what puts a credential on a phone: the QR code, the 20 characters, and until when. */
final class Ticket {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    @Option(
            names = "--manager",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where phones reach the manager; goes into the QR code. Default: ${DEFAULT-VALUE}.")
    private HostAndPort manager = ManagerRun.DEFAULT_ADDRESS;

    @Option(
            names = "--qr",
            paramLabel = "FILE",
            description = "Also write the QR code as a PNG picture, which only you may read.")
    private @Nullable Path picture;

    /** Adds the ticket to an answer. */
    Answer into(Answer answer, ActivationTicket ticket, DatabaseOption database, Shell shell) {
        ActivationLink link = ticket.link(manager.host(), manager.port());
        if (picture != null) {
            TextFile.writeSecret(
                    shell.resolve(picture), QrImage.png(link.text()).toByteArray());
            answer.fact("qr", picture.toString());
        }
        answer.line("");
        QrCode.of(link.text()).lines(shell.charset()).forEach(line -> answer.line("  " + line));
        return answer.line("")
                .line("  Code     " + ticket.code().text() + "   (works once, until " + MINUTE.format(ticket.expires())
                        + ")")
                .line("  Link     " + link.text())
                .fact("code", ticket.code().text())
                .fact("expires", ticket.expires().toString())
                .fact("link", link.text())
                .fact("managerKey", ManagerKeyFile.text(ticket.suite(), ticket.managerKey()))
                .next(
                        "run the manager in a terminal of its own, and activate on the phone",
                        "lintel manager run" + database.again() + listen(),
                        "lintel wallet activate " + typed(link, database) + " --wallet phone");
    }

    /** The code is enough where the wallet finds the manager and its key by itself. */
    private String typed(ActivationLink link, DatabaseOption database) {
        boolean found = manager.equals(ManagerRun.DEFAULT_ADDRESS) && database.isDefault();
        return found ? link.code().text() : link.text();
    }

    private String listen() {
        return manager.equals(ManagerRun.DEFAULT_ADDRESS) ? "" : " --listen " + manager;
    }
}
