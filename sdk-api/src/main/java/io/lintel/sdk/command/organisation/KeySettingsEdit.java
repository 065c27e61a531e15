package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.EditKeySettings;

/** Replaces what mobile keys have in common, the switch for duplicates excepted. */
public final class KeySettingsEdit extends CustomerEdit {

    private final EditKeySettings request;

    public KeySettingsEdit(EditKeySettings request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.EDIT_KEY_SETTINGS;
    }

    @Override
    public RequestDigest digest() {
        return EntryDigests.keys(RequestDigest.of("customer keys").with(request.customer()), request.keys());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        FieldErrors errors = new FieldErrors();
        KeyCheck.check(errors, request.keys(), context.profile(site.customer()).id(), context.now());
        errors.refuseIfAny();
        CustomerSettings before = context.unit().organisations().settings(site.customer());
        context.unit().organisations().update(site.customer(), KeyCheck.settings(request.keys(), before.duplicates()));
        return Change.Kind.KEY_SETTINGS_EDITED;
    }
}
