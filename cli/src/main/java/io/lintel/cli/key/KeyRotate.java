package io.lintel.cli.key;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a step of a rotation. */
@Command(
        name = "rotate",
        header = "Take a step of a rotation of keys",
        description = {
            "",
            "The steps are begin, readers, sign (not of the project key) and finish. A step that would stop readers or"
                    + " phones is not taken: it names them, and is taken with --accept."
        },
        footer = {"", "Example:", "  lintel key rotate project", "  lintel key rotate project readers"})
public final class KeyRotate extends SiteCommand {
    private static final int SHOWN = 20;

    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(index = "0", paramLabel = "KEYS", description = "project or issuing.")
    private KeySet keys = KeySet.PROJECT;

    @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "Default: begin.")
    private RotationStep step = RotationStep.BEGIN;

    @Option(
            names = "--accept",
            paramLabel = "HEX",
            description = "Lets those readers and phones stop that a step named under this, and no others.")
    private @Nullable String accepted;

    /** A command of this shell. */
    public KeyRotate(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        RotateKeys request = RotateKeys.of(site.customer(), keys, step);
        Rotation rotation = manager.keys()
                .rotate(command.id(shell()), accepted == null ? request : request.accepting(CommandId.parse(accepted)));
        Answer answer = rotation instanceof Rotation.WouldStop stops ? stopped(stops) : taken(rotation.epochs());
        return Epochs.facts(answer.fact("keys", Words.of(keys)).fact("step", Words.of(step)), rotation.epochs());
    }

    private Answer taken(KeyEpochs epochs) {
        Answer answer = Answer.saying("Step " + Words.of(step) + " is taken: " + Epochs.text(keys, epochs))
                .fact("taken", true);
        switch (step) {
            case BEGIN -> answer.line("Phones get the new keys at their check-ins.");
            case READERS ->
                answer.line("Readers use the new keys with their next configuration.")
                        .next("bring each reader its configuration", "lintel reader update READER" + again());
            case SIGN -> answer.line("Credentials get new statements at the check-ins of their phones.");
            case FINISH ->
                answer.line("A list ends the keys before: readers and phones refuse them when they have it.");
        }
        epochs.next()
                .ifPresent(next -> answer.next(
                        "when \"lintel key status\" names nobody any more",
                        "lintel key rotate " + Words.of(keys) + " " + Words.of(next) + again()));
        return answer;
    }

    private Answer stopped(Rotation.WouldStop stops) {
        List<Integer> readers = List.copyOf(stops.stopping().readers());
        List<Long> phones = List.copyOf(stops.stopping().phones());
        return Answer.saying("Step " + Words.of(step) + " is not taken: it would stop " + readers.size()
                        + " readers and the phones of " + phones.size() + " credentials.")
                .line("Readers:     " + first(readers))
                .line("Credentials: " + first(phones))
                .fact("taken", false)
                .fact("named", stops.named().toString())
                .fact("stoppingReaders", readers)
                .fact("stoppingCredentials", phones)
                .next(
                        "wait until they have the new keys, or let exactly these stop",
                        "lintel key rotate " + Words.of(keys) + " " + Words.of(step) + " --accept " + stops.named()
                                + again())
                .refused();
    }

    private static String first(List<? extends Number> numbers) {
        if (numbers.isEmpty()) {
            return "none";
        }
        String shown = String.join(
                ", ", numbers.stream().limit(SHOWN).map(Object::toString).toList());
        return numbers.size() > SHOWN ? shown + ", and " + (numbers.size() - SHOWN) + " more" : shown;
    }
}
