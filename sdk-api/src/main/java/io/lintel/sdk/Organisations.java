package io.lintel.sdk;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credit.Balances;
import io.lintel.sdk.command.login.Authentication;
import io.lintel.sdk.command.organisation.ContactEdit;
import io.lintel.sdk.command.organisation.CustomerCheck;
import io.lintel.sdk.command.organisation.CustomerCreation;
import io.lintel.sdk.command.organisation.CustomerDeletion;
import io.lintel.sdk.command.organisation.CustomerRestoration;
import io.lintel.sdk.command.organisation.DistributorCreation;
import io.lintel.sdk.command.organisation.DuplicatesSwitch;
import io.lintel.sdk.command.organisation.KeySettingsEdit;
import io.lintel.sdk.command.organisation.SystemEdit;
import io.lintel.sdk.command.site.ProfileOffer;
import io.lintel.sdk.login.PasswordRule;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.CustomerCreated;
import io.lintel.sdk.organisation.CustomerPreview;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.organisation.DistributorCreated;
import io.lintel.sdk.organisation.DistributorOverview;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.organisation.SetDuplicates;
import io.lintel.sdk.store.CustomerRecords.Which;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Distributors and their customers. Edits return when they were done. Lists go by id: start with {@code OPERATOR}, and ask
 * again with the last id that you got. Thread-safe; fails like {@link Manager}.
 */
public final class Organisations {

    private final Session session;

    Organisations(Session session) {
        this.session = session;
    }

    /** Creates a distributor with its first login. */
    public DistributorCreated createDistributor(CommandId id, CreateDistributor request) {
        session.require(Action.CREATE_DISTRIBUTOR, Scope.everything());
        Authentication authentication = new Authentication(session.environment());
        Optional<PasswordHash> hash = request.login().map(login -> authentication.hashGood(login.password()));
        return session.run(id, new DistributorCreation(request, hash));
    }

    /** One distributor with what its profile shows. */
    public DistributorOverview distributor(DistributorId distributor) {
        return session.read(
                Action.SEE_DISTRIBUTOR,
                Scope.of(distributor),
                unit -> unit.organisations()
                        .distributor(distributor)
                        .map(found -> new DistributorOverview(
                                found,
                                Balances.of(unit, distributor).paid(),
                                unit.customers().countActive(distributor)))
                        .orElseThrow(() -> new ManagerException.NotFound("distributor " + distributor)));
    }

    /** Distributors, after one. */
    public List<Distributor> distributors(DistributorId after, int limit) {
        return session.page(
                Action.SEE_DISTRIBUTOR,
                Scope.everything(),
                limit,
                unit -> unit.organisations().distributors(after, limit));
    }

    /** Tells what a new customer would be and everything that is wrong with the request; writes nothing. */
    public CustomerPreview previewCustomer(CreateCustomer request) {
        return session.read(Action.MANAGE_CUSTOMERS, Scope.of(request.distributor()), unit -> {
            ProfileOffer.require(session.principal(), request.foundation().profile());
            return CustomerCheck.preview(unit, request, session.environment().now());
        });
    }

    /** Creates a customer with site, contact, first login, settings and first credit: all of it or nothing. */
    public CustomerCreated createCustomer(CommandId id, CreateCustomer request) {
        session.require(Action.MANAGE_CUSTOMERS, Scope.of(request.distributor()));
        Authentication authentication = new Authentication(session.environment());
        // A weak one is refused with all other fields.
        Optional<PasswordHash> hash = request.password()
                .filter(password -> PasswordRule.lacksOf(password).isEmpty())
                .map(authentication::hashGood);
        return session.run(id, new CustomerCreation(request, hash));
    }

    /** One customer, deleted or not. */
    public Customer customer(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.customers()
                        .find(customer)
                        .orElseThrow(() -> new ManagerException.NotFound("customer " + customer)));
    }

    /** A distributor's customers, deleted ones included, after one. */
    public List<Customer> customers(DistributorId distributor, CustomerId after, int limit) {
        return customers(distributor, Which.ALL, after, limit);
    }

    /** The workspaces that a distributor's admin can choose from ({@code ACC-07}), after one. */
    public List<Customer> workspaces(DistributorId distributor, CustomerId after, int limit) {
        return customers(distributor, Which.ACTIVE, after, limit);
    }

    /** What all mobile keys of a customer have in common. */
    public CustomerSettings settings(CustomerId customer) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> {
            if (unit.customers().find(customer).isEmpty()) {
                throw new ManagerException.NotFound("customer " + customer);
            }
            return unit.organisations().settings(customer);
        });
    }

    /** Replaces a customer's contact. */
    public Instant editContact(CommandId id, EditContact request) {
        return session.run(id, new ContactEdit(request));
    }

    /** Replaces a customer's name, system id, key and apps. */
    public Instant editSystem(CommandId id, EditSystem request) {
        return session.run(id, new SystemEdit(request));
    }

    /** Replaces what a customer's mobile keys have in common. */
    public Instant editKeySettings(CommandId id, EditKeySettings request) {
        return session.run(id, new KeySettingsEdit(request));
    }

    /** Allows or refuses duplicate access numbers, where the profile leaves that to the distributor. */
    public Instant setDuplicates(CommandId id, SetDuplicates request) {
        return session.run(id, new DuplicatesSwitch(request));
    }

    /** Takes a customer out of service. */
    public Instant deleteCustomer(CommandId id, DeleteCustomer request) {
        return session.run(id, new CustomerDeletion(request));
    }

    /** Brings a deleted customer back, where the profile does that. */
    public Instant restoreCustomer(CommandId id, RestoreCustomer request) {
        return session.run(id, new CustomerRestoration(request));
    }

    private List<Customer> customers(DistributorId distributor, Which which, CustomerId after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(distributor),
                limit,
                unit -> unit.customers().list(distributor, which, after, limit));
    }
}
