package io.lintel.sdk.command.person;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.RemovePerson;

/** Removes a person for good. */
public final class PersonRemoval implements Command<RemovePerson> {

    private final RemovePerson request;

    public PersonRemoval(RemovePerson request) {
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
        return RequestDigest.of("person remove").with(request.customer()).with(request.person());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        People.refuseSelfService(context.profile(site.customer()));
        Person person = People.active(context, site.customer(), request.person());
        Removals removals = new Removals(context, site);
        removals.remove(person);
        removals.end();
        return Facts.none();
    }

    @Override
    public RemovePerson result(CommandContext context, Facts facts) {
        return request;
    }
}
