package io.lintel.cli.support;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.support.AskForSupport;
import io.lintel.sdk.support.SupportAsked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks for help. */
@Command(
        name = "ask",
        header = "Ask for help as an administrator of a site: the operator answers",
        footer = {"", "Example:", "  lintel support ask \"Our front door blinks red\""})
public final class SupportAsk extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "TEXT", description = "The question, at most " + AskForSupport.MAX_LENGTH + " characters.")
    private String text = "";

    /** A command of this shell. */
    public SupportAsk(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        SupportAsked asked = manager.support().ask(command.id(shell()), new AskForSupport(site.customer(), text));
        return Answer.saying("Question " + asked.number() + " was taken; the "
                        + Words.of(asked.routing().answerer()) + " answers it.")
                .fact("number", asked.number())
                .fact("answerer", Words.of(asked.routing().answerer()));
    }
}
