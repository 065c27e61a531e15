package io.lintel.sdk.command.activation;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.site.RenewProjectActivation;

/** Replaces the code of a site where people register themselves. */
public final class ProjectCodeRenewal implements Command<ProjectActivation> {

    private final RenewProjectActivation request;

    public ProjectCodeRenewal(RenewProjectActivation request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("project activation renew").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Profile profile = context.profile(site.customer());
        ProjectCodes.requireSelfService(profile);
        ProjectCodes.open(context, site, profile);
        return Facts.none();
    }

    /** The newest code, which is another one where this command is repeated after a later one. */
    @Override
    public ProjectActivation result(CommandContext context, Facts facts) {
        return ProjectCodes.show(context.environment(), context.unit(), request.customer());
    }
}
