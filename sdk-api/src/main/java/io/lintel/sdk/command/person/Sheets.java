package io.lintel.sdk.command.person;

import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.credential.Tickets;
import io.lintel.sdk.credential.AccessNumber;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.person.PersonSheet;
import io.lintel.sdk.profile.LabelRules;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Composes the sheets of one customer's people. */
public final class Sheets {

    private final Environment environment;
    private final UnitOfWork unit;
    private final Site site;
    private final LabelRules labels;
    private final Instant now;

    public Sheets(Environment environment, UnitOfWork unit, CustomerId customer) {
        this.environment = environment;
        this.unit = unit;
        this.site = unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        this.labels = environment
                .profiles()
                .of(unit.sites().foundation(customer).profile())
                .labels();
        this.now = environment.now();
    }

    public PersonSheet of(long number) {
        Person person = unit.people()
                .find(site.customer(), number)
                .orElseThrow(() -> new ManagerException.NotFound("person " + number + " of site " + site.customer()));
        Map<Long, IssuedCredential> newest = new TreeMap<>();
        unit.credentials()
                .ofPerson(site.customer(), number)
                .forEach(credential -> newest.put(credential.device(), credential));
        return new PersonSheet(
                person,
                CredentialStatus.ofPerson(labels, Optional.of(person)),
                unit.telephones().find(site.customer(), number),
                newest.values().stream()
                        .map(credential -> panel(person, credential))
                        .toList());
    }

    private PersonSheet.Panel panel(Person person, IssuedCredential credential) {
        Device device = unit.people()
                .findDevice(site.customer(), credential.device())
                .orElseThrow(() -> new IllegalStateException("a credential is on no device"));
        return new PersonSheet.Panel(
                device.number(),
                device.name(),
                device.created(),
                code(credential),
                credential.in(credential.stateAt(now)),
                new AccessNumber(credential.accessNumber()),
                credential
                        .keyName()
                        .orElseGet(() ->
                                unit.organisations().settings(site.customer()).keyName()),
                CredentialStatus.of(labels, Optional.of(person), device, credential, now),
                unit.checkIns().last(site.customer(), credential.serial()).map(LastCheckIn::at));
    }

    private Optional<PersonSheet.Code> code(IssuedCredential credential) {
        return unit.activations()
                .find(site.customer(), credential.activation())
                .filter(activation -> activation.status() instanceof Activation.Open)
                .map(activation -> {
                    ActivationTicket ticket = Tickets.ticket(environment, unit, site, activation);
                    return new PersonSheet.Code(ticket.code(), ticket.expires());
                });
    }
}
