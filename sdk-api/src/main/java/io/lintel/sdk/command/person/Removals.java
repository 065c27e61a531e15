package io.lintel.sdk.command.person;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Withdrawals;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.Site;
import java.util.Optional;

/** Removes people, and with them their devices and credentials. The list is published once, when all of them are gone. */
public final class Removals {

    private final CommandContext context;
    private final Site site;
    private final Withdrawals withdrawals;

    public Removals(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
        this.withdrawals = new Withdrawals(context, site);
    }

    /** Removes one person for good ({@code USR-09}). */
    public void remove(Person person) {
        for (IssuedCredential credential : context.unit().credentials().ofPerson(site.customer(), person.number())) {
            withdrawals.cascade(credential, RemovedBy.SYSTEM);
            context.unit().people().setDeviceStatus(site.customer(), credential.device(), Device.Status.DELETED);
        }
        if (withdrawals.forgetsHistory()) {
            context.unit().accesses().purgePerson(site.customer(), person.number());
        }
        context.unit().people().update(person.removedAt(context.now()));
        context.unit().hostPeople().remove(site.customer(), person.number());
        context.unit().telephones().put(site.customer(), person.number(), Optional.empty());
        context.record(site.customer(), Change.Kind.PERSON_REMOVED, person.number());
    }

    /** Publishes a list, if anything was withdrawn. */
    public void end() {
        withdrawals.end();
    }
}
