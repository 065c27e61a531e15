package io.lintel.sdk.command.reader;

import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.reader.ReaderProject;
import io.lintel.sdk.store.UnitOfWork;

/** What all readers of a site are configured with. */
public final class ReaderProjects {

    private ReaderProjects() {}

    public static ReaderProject of(UnitOfWork unit, CustomerId customer) {
        Customer found = unit.customers()
                .find(customer)
                .orElseThrow(() -> new ManagerException.NotFound("customer " + customer));
        return new ReaderProject(
                customer,
                found.name(),
                found.system().id(),
                found.system().keyFingerprint(),
                registered(unit, customer),
                published(unit, customer));
    }

    static DoorBehaviour registered(UnitOfWork unit, CustomerId customer) {
        return unit.readerProjects().registered(customer).orElse(DoorBehaviour.standard());
    }

    static DoorBehaviour published(UnitOfWork unit, CustomerId customer) {
        return unit.readerProjects().published(customer).orElse(DoorBehaviour.standard());
    }
}
