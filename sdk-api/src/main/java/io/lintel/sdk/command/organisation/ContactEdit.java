package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.EditContact;

/** Replaces a contact. */
public final class ContactEdit extends CustomerEdit {

    private final EditContact request;

    public ContactEdit(EditContact request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.EDIT_CONTACT;
    }

    @Override
    public RequestDigest digest() {
        return EntryDigests.contact(RequestDigest.of("customer contact").with(request.customer()), request.contact());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        FieldErrors errors = new FieldErrors();
        ContactCheck.check(errors, request.contact());
        errors.refuseIfAny();
        context.unit().customers().update(site.customer(), request.contact());
        return Change.Kind.CONTACT_EDITED;
    }
}
