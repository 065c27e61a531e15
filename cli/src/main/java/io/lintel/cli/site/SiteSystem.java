package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.EditSystem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replaces a site's system. */
@Command(
        name = "system",
        header = "Replace a site's name, system id, system key and apps, all of them at once",
        footer = {
            "",
            "Example:",
            "  lintel site system --name \"Town hall\" --system-id Alfa0001 --system-key-file key.txt"
        })
public final class SiteSystem extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final SystemOptions system = new SystemOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "The customer's name. Default: as it is.")
    private @Nullable String name;

    /** A command of this shell. */
    public SiteSystem(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Optional<TypedSecret> key = system.key(shell());
        try {
            EditSystem request = new EditSystem(site.customer(), system.entry(name == null ? site.name() : name, key));
            manager.organisations().editSystem(command.id(shell()), request);
            return Answer.saying("The system is changed.")
                    .fact("site", site.customer().value());
        } finally {
            key.ifPresent(TypedSecret::close);
        }
    }
}
