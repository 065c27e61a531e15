package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.SiteRecords.Foundation;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows to put into a store, without a manager. */
final class Rows {

    static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");
    static final CustomerId CUSTOMER = new CustomerId("00000000000000a1");

    private Rows() {}

    static void addSite(UnitOfWork unit, CustomerId customer) {
        unit.organisations().addCustomer(customer, DistributorId.OPERATOR, "Town hall", NOW);
        unit.sites().add(site(customer), new Foundation(Bytes.of(1), List.of(Bytes.of(2), Bytes.of(3)), "{}"));
    }

    static Site site(CustomerId customer) {
        ProjectId project = new ProjectId(Bytes.ofHex(customer.value()));
        return new Site(customer, DistributorId.OPERATOR, "Town hall", project, Suite.P256, "lintel", 3, 7, NOW);
    }

    static Person person(long number) {
        return new Person(CUSTOMER, number, "Ada", "Byron", "ada@example.org", NOW);
    }

    static Device device(long number, long person) {
        return new Device(CUSTOMER, number, person, "Phone", Device.Status.UNAUTHENTICATED, NOW);
    }

    static IssuedCredential credential(long serial, long accessNumber, CredentialState state) {
        IssuedCredential.Terms terms = new IssuedCredential.Terms(
                NOW, Optional.of(NOW.plusSeconds(60)), Set.of(3, 1, 16383), Technology.GREEN);
        return new IssuedCredential(CUSTOMER, serial, accessNumber, 1, 1, terms, state, 1, NOW.plusSeconds(30), NOW);
    }
}
