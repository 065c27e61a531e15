package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.profile.SystemRules;
import java.util.Optional;

/** Replaces name, system id, key and apps as a whole. */
public final class SystemEdit extends CustomerEdit {

    private final EditSystem request;

    public SystemEdit(EditSystem request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.EDIT_SYSTEM;
    }

    /** A system id is one's own among all customers. */
    @Override
    public CustomerId reach() {
        return CustomerId.OPERATOR;
    }

    @Override
    public RequestDigest digest() {
        return EntryDigests.system(RequestDigest.of("customer system").with(request.customer()), request.system());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        SystemRules rules = context.profile(site.customer()).system();
        FieldErrors errors = new FieldErrors();
        new SystemCheck(errors, rules).check(context.unit(), request.system(), Optional.of(site.customer()));
        errors.refuseIfAny();
        SystemPairing.keep(context, site, request.system(), rules);
        return Change.Kind.SYSTEM_EDITED;
    }
}
