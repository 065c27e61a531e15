package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.PublishList;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Requirement("CRD-34")
@OnEveryDatabase
class RepetitionTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private long person;

    RepetitionTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        person = bench.person(customer);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @TestFactory
    Stream<DynamicTest> repeatedCommandReturnsTheFirstResultAndChangesNothing() {
        EnrollReader reader = EnrollReader.of(customer, "Door", TestBench.readerRequest(Suite.X25519));
        long first = issue().serial();
        long second = issue().serial();
        return Stream.of(
                repeated("createSite", (m, id) -> m.sites().create(id, CreateSite.of("Depot", Suite.P256))),
                repeated(
                        "addPerson",
                        (m, id) -> m.people().add(id, new AddPerson(customer, "Bo", "", "bo@example.org"))),
                repeated(
                        "issueCredential",
                        (m, id) -> m.credentials().issue(id, IssueCredential.of(customer, person, "Phone"))),
                repeated(
                        "resendActivation",
                        (m, id) -> m.credentials().resendActivation(id, new ResendActivation(customer, first))),
                repeated(
                        "revokeCredential",
                        (m, id) -> m.credentials().revoke(id, new RevokeCredential(customer, second))),
                repeated("publishList", (m, id) -> m.sites().publishList(id, new PublishList(customer))),
                repeated("enrollReader", (m, id) -> m.readers().enroll(id, reader)),
                repeated(
                        "purchaseCredit",
                        (m, id) -> m.credits().purchase(id, new PurchaseCredit(DistributorId.OPERATOR, 10))),
                repeated("passOnCredit", (m, id) -> m.credits().passOn(id, new PassOnCredit(customer, 3))));
    }

    private DynamicTest repeated(String name, BiFunction<Manager, CommandId, Object> command) {
        return DynamicTest.dynamicTest(name, () -> {
            CommandId id = TestBench.id();
            Object first = command.apply(bench.manager, id);
            int audited = bench.manager.events().audit(customer, 0, 1000).size();
            Buckets balance = bench.manager.credits().balance(customer);
            bench.clock.set(bench.clock.instant().plusSeconds(3600));

            assertEquals(first, command.apply(bench.manager, id));

            assertEquals(
                    audited, bench.manager.events().audit(customer, 0, 1000).size());
            assertEquals(balance, bench.manager.credits().balance(customer));
        });
    }

    @Test
    void repeatedAfterTheCredentialIsForgottenItChargesNothingAndSaysSo() {
        CustomerId forgetful = bench.site(Suite.P256, "stid-blue").site().customer();
        bench.manager.credits().add(TestBench.id(), new AddCredit(forgetful, 10));
        CommandId id = TestBench.id();
        IssueCredential request = new IssueCredential(
                forgetful,
                bench.person(forgetful),
                "Phone",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                Technology.BLUE);
        long serial = bench.manager.credentials().issue(id, request).serial();
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(forgetful, serial));
        bench.manager.credentials().delete(TestBench.id(), new DeleteCredential(forgetful, serial));
        Buckets balance = bench.manager.credits().balance(forgetful);

        ManagerException gone = assertThrows(
                ManagerException.class, () -> bench.manager.credentials().issue(id, request));

        assertEquals(ErrorCode.NOT_FOUND, gone.code());
        assertEquals(balance, bench.manager.credits().balance(forgetful));
    }

    @Test
    void repeatedAfterLaterChangesItStillReturnsTheFirstResult() {
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        CredentialIssued first = bench.manager.credentials().issue(id, request);
        bench.manager.credentials().resendActivation(TestBench.id(), new ResendActivation(customer, first.serial()));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, first.serial()));

        assertEquals(first, bench.manager.credentials().issue(id, request));
    }

    @Test
    void repeatedOnAReopenedStoreItReturnsTheFirstResult() {
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        CredentialIssued first = bench.manager.credentials().issue(id, request);
        bench.store.close();

        try (var reopened = bench.database.open()) {
            Manager manager = Manager.on(reopened, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            assertEquals(first, manager.credentials().issue(id, request));
        }
    }

    @Test
    void sameIdWithAnotherRequestIsAConflict() {
        CommandId id = TestBench.id();
        bench.manager.credentials().issue(id, IssueCredential.of(customer, person, "Phone"));

        ManagerException otherPayload = assertThrows(
                ManagerException.Conflict.class,
                () -> bench.manager.credentials().issue(id, IssueCredential.of(customer, person, "Tablet")));
        assertThrows(
                ManagerException.Conflict.class,
                () -> bench.manager.credentials().revoke(id, new RevokeCredential(customer, 1)));

        assertEquals(ErrorCode.COMMAND_CONFLICT, otherPayload.code());
        assertEquals(1, bench.manager.credentials().list(customer, 0, 10).size());
    }

    @Test
    void sameIdAtAnotherCustomerIsAnotherCommand() {
        CustomerId other = bench.site().site().customer();
        long otherPerson = bench.person(other);
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        IssueCredential otherRequest = IssueCredential.of(other, otherPerson, "Phone");

        CredentialIssued first = bench.manager.credentials().issue(id, request);
        CredentialIssued second = bench.manager.credentials().issue(id, otherRequest);

        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(other));
        assertEquals(first, bench.manager.credentials().issue(id, request));
        assertEquals(second, bench.manager.credentials().issue(id, otherRequest));
    }

    private CredentialIssued issue() {
        return bench.manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone"));
    }
}
