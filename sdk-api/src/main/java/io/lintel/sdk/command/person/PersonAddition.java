package io.lintel.sdk.command.person;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.PersonAdded;
import io.lintel.sdk.profile.EnrolmentRules.Mode;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;

/** Adds a person. */
public final class PersonAddition implements Command<PersonAdded> {

    private final AddPerson request;

    public PersonAddition(AddPerson request) {
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
        return RequestDigest.of("person add")
                .with(request.customer())
                .with(request.title())
                .with(request.givenName())
                .with(request.familyName())
                .with(request.email())
                .with(request.telephone().map(PhoneNumber::value));
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = context.site(request.customer()).customer();
        Profile profile = context.profile(customer);
        People.refuseSelfService(profile);
        Enrolment.require(profile.enrolment(), Mode.ADMIN);
        People.requireData(profile.person(), request.givenName(), request.familyName(), request.email());
        long number = context.unit().counters().next(customer, Counter.PERSON);
        Person person =
                new Person(customer, number, request.givenName(), request.familyName(), request.email(), context.now());
        context.unit().people().add(person.titled(request.title()));
        if (request.telephone().isPresent()) {
            context.unit().telephones().put(customer, number, request.telephone());
        }
        context.record(customer, Change.Kind.PERSON_ADDED, number);
        return Facts.none().with("person", number);
    }

    @Override
    public PersonAdded result(CommandContext context, Facts facts) {
        return new PersonAdded(request.customer(), facts.number("person"));
    }
}
