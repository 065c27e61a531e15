package io.lintel.cli.manager;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which site is meant. */
public final class SiteOption {
    @Option(
            names = "--site",
            paramLabel = "ID",
            description = "The site's id or name. Default: the only site there is.")
    private @Nullable String wanted;

    /** The site that is meant. */
    public Site choose(Manager manager) {
        List<Site> sites = manager.sites().list();
        String name = wanted;
        if (name == null) {
            return onlyOne(sites, "there is no site yet. Create one: lintel site create --name NAME");
        }
        List<Site> matching = sites.stream()
                .filter(site ->
                        site.customer().value().equals(name) || site.name().equals(name))
                .toList();
        return onlyOne(matching, "there is no site \"" + name + "\". See what there is: lintel site list");
    }

    /** What to add to a command that is to mean the same site. */
    public String again() {
        return wanted == null ? "" : " --site " + (wanted.contains(" ") ? '"' + wanted + '"' : wanted);
    }

    private static Site onlyOne(List<Site> sites, String ifNone) {
        if (sites.isEmpty()) {
            throw CommandFailure.refused("cli.no-site", "In this database " + ifNone);
        }
        if (sites.size() > 1) {
            String ids = sites.stream()
                    .map(site -> site.customer() + " (" + site.name() + ")")
                    .collect(Collectors.joining(", "));
            throw CommandFailure.usage(
                    "cli.which-site", "There are several sites. Choose one with --site: " + ids + ".");
        }
        return sites.get(0);
    }
}
