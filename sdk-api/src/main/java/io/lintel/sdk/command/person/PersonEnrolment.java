package io.lintel.sdk.command.person;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credential.CredentialIssue;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.person.EnrollPerson;
import io.lintel.sdk.person.PersonEnrolled;

/** Adds a person and issues a first credential in one step. */
public final class PersonEnrolment implements Command<PersonEnrolled> {

    private final EnrollPerson request;
    private final PersonAddition addition;

    public PersonEnrolment(EnrollPerson request) {
        this.request = request;
        this.addition = new PersonAddition(request.person());
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public Scope scope() {
        return addition.scope();
    }

    @Override
    public CustomerId partition() {
        return request.person().customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("person enroll")
                .with(addition.digest().value())
                .with(new CredentialIssue(request.credential()).digest().value());
    }

    @Override
    public Facts perform(CommandContext context) {
        long person = addition.perform(context).number("person");
        return issue(person).perform(context).with("person", person);
    }

    @Override
    public PersonEnrolled result(CommandContext context, Facts facts) {
        long person = facts.number("person");
        return new PersonEnrolled(person, issue(person).result(context, facts));
    }

    private CredentialIssue issue(long person) {
        return new CredentialIssue(request.credential().forPerson(person));
    }
}
