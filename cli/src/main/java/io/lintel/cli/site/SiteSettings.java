package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.KeyEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Changes what a site's mobile keys have in common. */
@Command(
        name = "settings",
        header = "Change what a site's mobile keys have in common; keys that exist stay as they are",
        footer = {"", "Example:", "  lintel site settings --key-name \"Town hall\" --prefix 99"})
public final class SiteSettings extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final KeyOptions keys = new KeyOptions();

    /** A command of this shell. */
    public SiteSettings(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CustomerSettings known = manager.organisations().settings(site.customer());
        KeyEntry entry = keys.over(new KeyEntry(
                known.keyName(), known.prefix().orElse(""), known.defaultValidUntil(), known.identification()));
        manager.organisations().editKeySettings(command.id(shell()), new EditKeySettings(site.customer(), entry));
        return Answer.saying("The settings are changed.")
                .fact("site", site.customer().value());
    }
}
