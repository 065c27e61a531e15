package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.sdk.Manager;
import io.lintel.sdk.handoff.HandOffKey;
import io.lintel.sdk.model.Site;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports the key that a host system checks hand-off claims with. */
@Command(
        name = "hand-off-key",
        header = "Show the public key that the host system checks claims of self-service with",
        description = {
            "",
            "A JSON Web Key. Give it to the host system once, with the project's id; it is public. How claims are checked is in"
                    + " spec/hand-off.md."
        },
        footer = {"", "Example:", "  lintel site hand-off-key --out project.jwk"})
public final class SiteHandOffKey extends SiteCommand {
    @Option(names = "--out", paramLabel = "FILE", description = "Also write the key to a file.")
    private @Nullable Path file;

    /** A command of this shell. */
    public SiteHandOffKey(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        HandOffKey key = manager.sites().handOffKey(site.customer());
        if (file != null) {
            TextFile.write(shell().resolve(file), key.jwk() + "\n");
        }
        return Answer.saying("Project " + site.project() + " signs claims with the key")
                .line("")
                .line("  " + key.jwk())
                .fact("site", site.customer().value())
                .fact("project", site.project().value().toHex())
                .fact("keyId", key.id())
                .fact("jwk", key.jwk());
    }
}
