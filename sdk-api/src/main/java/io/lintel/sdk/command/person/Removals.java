package io.lintel.sdk.command.person;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Transitions;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import java.util.Optional;

/** Removes people, and revokes what they hold. The list is published once, when all of them are gone. */
public final class Removals {

    private final CommandContext context;
    private final Site site;
    private boolean revoked;

    public Removals(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
    }

    /** Removes one person for good ({@code USR-09}). */
    public void remove(Person person) {
        for (IssuedCredential credential :
                context.unit().credentials().ofPerson(site.customer(), person.number())) {
            revoke(credential);
        }
        context.unit().people().update(person.removedAt(context.now()));
        context.unit().hostPeople().remove(site.customer(), person.number());
        context.record(site.customer(), Change.Kind.PERSON_REMOVED, person.number());
    }

    /** Publishes a list, if anything was revoked. */
    public void end() {
        if (revoked) {
            Lists.publish(context, site, context.profile(site.customer()));
        }
    }

    private void revoke(IssuedCredential credential) {
        Optional<CredentialState> next =
                CredentialLifecycle.next(credential.stateAt(context.now()), CredentialEvent.REVOKE);
        if (next.isPresent()) {
            Transitions.voidActivation(context, credential);
            Transitions.enter(context, credential, next.get());
            context.record(site.customer(), Change.Kind.CREDENTIAL_REVOKED, credential.serial());
            revoked = true;
        }
    }
}
