package io.lintel.cli.login;

import io.lintel.cli.manager.SiteOption;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.DistributorId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say whose logins are meant. */
final class OwnerOption {
    @Mixin
    private final SiteOption site = new SiteOption();

    @Option(names = "--operator", description = "The operator's logins, not a site's.")
    private boolean operator;

    @Option(names = "--distributor", paramLabel = "ID", description = "A distributor's logins, not a site's.")
    private @Nullable String distributor;

    /** Whose they are. */
    LoginOwner owner(Manager manager) {
        if (operator) {
            return LoginOwner.operator();
        }
        return distributor == null
                ? LoginOwner.of(site.choose(manager).customer())
                : LoginOwner.of(new DistributorId(distributor));
    }
}
