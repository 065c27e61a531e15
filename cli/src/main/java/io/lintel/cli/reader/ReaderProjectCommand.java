package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorBehaviour.Buzzer;
import io.lintel.protocol.reader.DoorBehaviour.StatusLed;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.EditReaderProject;
import io.lintel.sdk.reader.ReaderProject;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows, and where it is told to changes, what all readers of a site are configured with. */
@Command(
        name = "project",
        header = "Show what all readers of a site are configured with, or change it",
        description = {
            "",
            "Name, system id and system key are those of the site: see \"site system\". A change reaches readers after "
                    + "\"reader publish\", with their next configuration: \"reader update\"."
        },
        footer = {"", "Example:", "  lintel reader project --buzzer off --unlock-seconds 8"})
public final class ReaderProjectCommand extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Option(names = "--led", paramLabel = "HOW", description = "${COMPLETION-CANDIDATES}: the status LED.")
    private @Nullable StatusLed led;

    @Option(names = "--buzzer", paramLabel = "SWITCH", description = "${COMPLETION-CANDIDATES}.")
    private @Nullable Buzzer buzzer;

    @Option(names = "--unlock-seconds", paramLabel = "SECONDS", description = "How long a grant unlocks, 1 to 3600.")
    private @Nullable Integer unlockSeconds;

    @Option(
            names = "--card-format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}: the card structure, as panels read it.")
    private @Nullable WiegandFormat format;

    @Option(
            names = "--facility",
            paramLabel = "CODE",
            description = "The facility code before every number, with --card-format. Default: none.")
    private @Nullable Integer facility;

    /** A command of this shell. */
    public ReaderProjectCommand(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        ReaderProject project = manager.readers().project(site.customer());
        DoorBehaviour wanted = over(project.registered());
        if (!wanted.equals(project.registered())) {
            project =
                    manager.readers().editProject(command.id(shell()), new EditReaderProject(site.customer(), wanted));
        }
        Answer answer = Answer.saying("Project \"" + project.name() + "\": status LED "
                        + Words.of(wanted.led()) + ", buzzer " + Words.of(wanted.buzzer()) + ", unlocks for "
                        + wanted.unlockTime().toSeconds() + " s, cards as "
                        + wanted.card().format() + ".")
                .fact("name", project.name())
                .fact("systemId", project.systemId())
                .fact("systemKeyFingerprint", project.systemKeyFingerprint())
                .fact("led", Words.of(wanted.led()))
                .fact("buzzer", Words.of(wanted.buzzer()))
                .fact("unlockSeconds", wanted.unlockTime().toSeconds())
                .fact("cardFormat", wanted.card().format().name())
                .fact("published", project.published().equals(wanted));
        wanted.card().facility().ifPresent(code -> answer.fact("facility", code));
        return project.published().equals(wanted)
                ? answer
                : answer.next(
                        "let readers have it", "lintel reader publish" + again(), "lintel reader update --dir DIR");
    }

    private DoorBehaviour over(DoorBehaviour before) {
        WiegandOutput card = format == null && facility == null
                ? before.card()
                : new WiegandOutput(
                        format == null ? before.card().format() : format,
                        facility == null ? OptionalInt.empty() : OptionalInt.of(facility));
        return new DoorBehaviour(
                led == null ? before.led() : led,
                buzzer == null ? before.buzzer() : buzzer,
                unlockSeconds == null ? before.unlockTime() : Duration.ofSeconds(unlockSeconds),
                card);
    }
}
