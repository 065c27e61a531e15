package io.lintel.store.sql;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.site.CreateSite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Two distributors, one with two customers and one with one, to try everybody's rights on. */
final class MatrixGround implements AutoCloseable {

    static final TypedSecret PASSWORD = TypedSecret.of("Correct horse 1".toCharArray());

    final TestBench bench;
    final Manager host;
    final DistributorId distributor;
    final DistributorId otherDistributor;
    final CustomerId customer;
    final CustomerId sibling;
    final CustomerId foreign;
    final long serial;
    final long otherSerial;
    final long foreignSerial;
    private int names;

    MatrixGround(Path directory) {
        bench = new TestBench(Database.SQLITE, directory);
        host = bench.manager.with(
                new LoginPolicy(new Argon2idParameters(64, 1, 1), 10, 100, Duration.ofMinutes(15), Optional.empty()));
        distributor = newDistributor();
        otherDistributor = newDistributor();
        customer = newCustomer(distributor);
        sibling = newCustomer(distributor);
        foreign = newCustomer(otherDistributor);
        serial = activeCredential(customer).serial();
        otherSerial = activeCredential(customer).serial();
        foreignSerial = activeCredential(foreign).serial();
    }

    static CommandId id() {
        return TestBench.id();
    }

    private DistributorId newDistributor() {
        DistributorId id = host.organisations()
                .createDistributor(id(), new CreateDistributor(name(), Optional.empty(), Optional.empty()))
                .distributor()
                .id();
        host.credits().purchase(id(), new PurchaseCredit(id, 1_000_000));
        return id;
    }

    private CustomerId newCustomer(DistributorId of) {
        CreateSite request = new CreateSite(name(), Suite.X25519, Profiles.builtIn(Profiles.DEFAULT), of);
        CustomerId id = host.sites().create(id(), request).site().customer();
        host.credits().passOn(id(), new PassOnCredit(id, 10_000));
        return id;
    }

    /** A name that nothing had before. */
    String name() {
        names++;
        return "Name " + names;
    }

    EmailAddress email() {
        names++;
        return EmailAddress.of("name" + names + "@example.org");
    }

    CreateCustomer newCustomerRequest() {
        String name = name();
        return new CreateCustomer(
                distributor,
                new CreateCustomer.Foundation(Suite.X25519, Profiles.builtIn(Profiles.DEFAULT)),
                SystemEntry.full(name),
                Contact.ofEmail("office@example.org"),
                Optional.empty(),
                KeyEntry.proposal(name),
                0);
    }

    CustomerId disposableCustomer() {
        return newCustomer(distributor);
    }

    long login(LoginOwner owner) {
        return host.logins().create(id(), new CreateLogin(owner, email(), PASSWORD));
    }

    CredentialIssued credential() {
        return bench.credential(customer);
    }

    private CredentialIssued activeCredential(CustomerId of) {
        CredentialIssued issued = bench.credential(of);
        bench.phone(Suite.X25519).redeem(host, issued.activation());
        return issued;
    }

    int reader() {
        return host.readers().add(id(), new AddReader(customer, details())).reader();
    }

    ReaderDetails details() {
        String name = name();
        return ReaderDetails.named(name).withReaderId(name);
    }

    /** A reader of the group that credentials open. */
    int enrolledReader() {
        return host.readers().enroll(id(), enrolment()).reader();
    }

    EnrollReader enrolment() {
        return new EnrollReader(customer, name(), Set.of(1), Technology.NONE, TestBench.readerRequest(Suite.X25519));
    }

    SubscriptionId subscription() {
        return host.events()
                .subscribe(id(), new Subscribe(customer, URI.create("https://host.example.org/events")))
                .id();
    }

    @Override
    public void close() {
        bench.close();
    }
}
