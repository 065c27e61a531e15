package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.profile.SystemRules;
import java.util.List;
import java.util.Optional;

/** Replaces name, system id, key and apps as a whole. */
public final class SystemEdit extends CustomerEdit {

    private static final int PAGE = 500;

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
        requireNothingFree(context, site);
        SystemPairing.keep(context, site, request.system(), rules);
        return Change.Kind.SYSTEM_EDITED;
    }

    /**
     * Refuses to make a full system of a demo with credentials in force: they cost nothing ({@code CRD-18}), and a full system
     * has none that nobody paid for.
     */
    private void requireNothingFree(CommandContext context, Site site) {
        boolean wasDemo = context.unit()
                .customers()
                .find(site.customer())
                .filter(customer -> customer.system().type() == SystemType.DEMO)
                .isPresent();
        if (wasDemo && request.system().type() == SystemType.FULL && hasCredentialInForce(context, site)) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "credentials of this demo are in force, and they cost nothing; revoke them, then make it a full system");
        }
    }

    private static boolean hasCredentialInForce(CommandContext context, Site site) {
        long after = 0;
        List<IssuedCredential> page;
        do {
            page = context.unit().credentials().list(site.customer(), after, PAGE);
            for (IssuedCredential credential : page) {
                if (credential.state().isLive()) {
                    return true;
                }
                after = credential.serial();
            }
        } while (page.size() == PAGE);
        return false;
    }
}
