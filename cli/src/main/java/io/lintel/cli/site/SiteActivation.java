package io.lintel.cli.site;

import io.lintel.cli.credential.QrCode;
import io.lintel.cli.manager.ManagerRun;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.connectors.AppLinks;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.site.AssignedNumbers;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.site.RenewProjectActivation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what all people of a site with self-service get, and makes it ready to hand out. */
@Command(
        name = "activation",
        header = "Show the QR code that all people of a site with self-service activate their phones with",
        description = {
            "",
            "One code for any number of phones; each gets the next access number. --into writes what you hand out, by print,"
                    + " mail or messenger: the QR codes of both stores and of the activation, and instructions."
        },
        footer = {
            "",
            "Example:",
            "  lintel site activation --into handout --app-android https://example.org/a --app-ios https://example.org/i"
        })
public final class SiteActivation extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Option(
            names = "--manager",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where phones reach the manager; goes into the QR code. Default: ${DEFAULT-VALUE}.")
    private HostAndPort reached = ManagerRun.DEFAULT_ADDRESS;

    @Option(names = "--app-android", paramLabel = "URL", description = "Where people get the app for Android.")
    private @Nullable URI android;

    @Option(names = "--app-ios", paramLabel = "URL", description = "Where people get the app for iOS.")
    private @Nullable URI ios;

    @Option(names = "--into", paramLabel = "DIRECTORY", description = "Write pictures and instructions into it.")
    private @Nullable Path directory;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "The instructions' language: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Language language = Language.EN;

    @Option(names = "--renew", description = "First make a new code; the old one is void for phones that come now.")
    private boolean renew;

    /** A command of this shell. */
    public SiteActivation(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        ProjectActivation activation = renew
                ? manager.sites()
                        .renewProjectActivation(command.id(shell()), new RenewProjectActivation(site.customer()))
                : manager.sites().projectActivation(site.customer());
        ActivationLink link = activation.link(reached.host(), reached.port());
        Answer answer = Answer.saying("Phones of \"" + site.name() + "\" activate with this:")
                .line("");
        QrCode.of(link.text()).lines(shell().charset()).forEach(line -> answer.line("  " + line));
        answer.line("").line("  Link     " + link.text());
        addTerms(answer, activation);
        addNumbers(answer, manager.sites().assignedNumbers(site.customer()));
        Optional.ofNullable(directory).ifPresent(into -> {
            new Handout(site.name(), link, apps(), language).writeInto(shell().resolve(into));
            answer.line("What you hand out is in " + into + ".").fact("handout", into.toString());
        });
        return answer.fact("site", site.customer().value())
                .fact("number", activation.number())
                .fact("code", activation.code().text())
                .fact("link", link.text())
                .next("give the host system the key that it checks claims with", "lintel site hand-off-key" + again());
    }

    private static void addTerms(Answer answer, ProjectActivation activation) {
        activation
                .expires()
                .ifPresent(end -> answer.line("It dies on " + end + ".").fact("expires", end.toString()));
        activation
                .usesLeft()
                .ifPresent(
                        left -> answer.line(left + " more phones can use it.").fact("usesLeft", left));
    }

    private static void addNumbers(Answer answer, AssignedNumbers numbers) {
        answer.line(
                        numbers.assignedThrough() == 0
                                ? "No access number is assigned yet."
                                : "Access numbers assigned so far: " + AssignedNumbers.FIRST + " to "
                                        + numbers.assignedThrough() + ".")
                .fact("assignedThrough", numbers.assignedThrough());
    }

    private AppLinks apps() {
        if (android == null || ios == null) {
            throw CommandFailure.usage(
                    "cli.app-links",
                    "What people get says where the app is. Give --app-android and --app-ios with addresses that begin with"
                            + " https://.");
        }
        try {
            return new AppLinks(android, ios);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("cli.app-links", "The app's addresses must begin with https://.");
        }
    }
}
