package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.SetDuplicates;
import io.lintel.sdk.profile.IdRules;

/** Allows or refuses duplicate access numbers. */
public final class DuplicatesSwitch extends CustomerEdit {

    private final SetDuplicates request;

    public DuplicatesSwitch(SetDuplicates request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ALLOW_DUPLICATES;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("customer duplicates").with(request.customer()).with(request.duplicates());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        IdRules rules = context.profile(site.customer()).id();
        if (rules.duplicates() != IdRules.Duplicates.BY_DISTRIBUTOR) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST,
                    "this site's profile says for itself whether access numbers may repeat; there is nothing to switch");
        }
        CustomerSettings before = context.unit().organisations().settings(site.customer());
        context.unit().organisations().update(site.customer(), before.with(request.duplicates()));
        return request.duplicates() == DuplicateNumbers.ALLOWED
                ? Change.Kind.DUPLICATES_ALLOWED
                : Change.Kind.DUPLICATES_REFUSED;
    }
}
