package io.lintel.sdk.command.person;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.EditPerson;
import io.lintel.sdk.profile.Profile;

/** Replaces a person's names and e-mail address. */
public final class PersonEdit implements Command<EditPerson> {

    private final EditPerson request;

    public PersonEdit(EditPerson request) {
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
        return RequestDigest.of("person edit")
                .with(request.customer())
                .with(request.person())
                .with(request.title())
                .with(request.givenName())
                .with(request.familyName())
                .with(request.email());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Profile profile = context.profile(site.customer());
        People.refuseSelfService(profile);
        Person person = People.active(context, site.customer(), request.person());
        Person edited = person.titled(request.title()).with(request.givenName(), request.familyName(), request.email());
        People.requireData(profile.person(), request.givenName(), request.familyName(), request.email());
        context.unit().people().update(edited);
        context.record(site.customer(), Change.Kind.PERSON_CHANGED, person.number());
        return Facts.none();
    }

    @Override
    public EditPerson result(CommandContext context, Facts facts) {
        return request;
    }
}
