package io.lintel.cli.manager;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
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
        String name = wanted;
        List<Site> sites;
        try {
            sites = manager.sites().list();
        } catch (ManagerException.Refused notForThisLogin) {
            return byId(manager, name, notForThisLogin);
        }
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

    /** A login that does not see the list of all sites names its own by the id. */
    private static Site byId(Manager manager, @Nullable String id, ManagerException.Refused refused) {
        if (refused.code() != ErrorCode.PERMISSION_DENIED) {
            throw refused;
        }
        if (id == null) {
            throw CommandFailure.usage("cli.which-site", "This login does not see all sites. Give its id with --site.");
        }
        return manager.sites().get(new CustomerId(id));
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
