package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Requirement("CRD-34")
class RepetitionTest {

    private TestBench bench;
    private CustomerId customer;
    private long person;

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(directory);
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
                repeated("createSite", (m, id) -> m.createSite(id, CreateSite.of("Depot", Suite.P256))),
                repeated("addPerson", (m, id) -> m.addPerson(id, new AddPerson(customer, "Bo", "", "bo@example.org"))),
                repeated(
                        "issueCredential",
                        (m, id) -> m.issueCredential(id, IssueCredential.of(customer, person, "Phone"))),
                repeated("resendActivation", (m, id) -> m.resendActivation(id, new ResendActivation(customer, first))),
                repeated("revokeCredential", (m, id) -> m.revokeCredential(id, new RevokeCredential(customer, second))),
                repeated("publishList", (m, id) -> m.publishList(id, new PublishList(customer))),
                repeated("enrollReader", (m, id) -> m.enrollReader(id, reader)),
                repeated(
                        "purchaseCredit",
                        (m, id) -> m.purchaseCredit(id, new PurchaseCredit(DistributorId.OPERATOR, 10))),
                repeated("passOnCredit", (m, id) -> m.passOnCredit(id, new PassOnCredit(customer, 3))));
    }

    private DynamicTest repeated(String name, BiFunction<Manager, CommandId, Object> command) {
        return DynamicTest.dynamicTest(name, () -> {
            CommandId id = TestBench.id();
            Object first = command.apply(bench.manager, id);
            int audited = bench.manager.views().audit(customer, 0, 1000).size();
            Buckets balance = bench.manager.views().balance(customer);
            bench.clock.set(bench.clock.instant().plusSeconds(3600));

            assertEquals(first, command.apply(bench.manager, id));

            assertEquals(audited, bench.manager.views().audit(customer, 0, 1000).size());
            assertEquals(balance, bench.manager.views().balance(customer));
        });
    }

    @Test
    void repeatedAfterLaterChangesItStillReturnsTheFirstResult() {
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        CredentialIssued first = bench.manager.issueCredential(id, request);
        bench.manager.resendActivation(TestBench.id(), new ResendActivation(customer, first.serial()));
        bench.manager.revokeCredential(TestBench.id(), new RevokeCredential(customer, first.serial()));

        assertEquals(first, bench.manager.issueCredential(id, request));
    }

    @Test
    void repeatedOnAReopenedStoreItReturnsTheFirstResult() {
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        CredentialIssued first = bench.manager.issueCredential(id, request);
        bench.store.close();

        try (var reopened = SqliteStore.open(bench.file)) {
            Manager manager = Manager.on(reopened, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            assertEquals(first, manager.issueCredential(id, request));
        }
    }

    @Test
    void sameIdWithAnotherRequestIsAConflict() {
        CommandId id = TestBench.id();
        bench.manager.issueCredential(id, IssueCredential.of(customer, person, "Phone"));

        ManagerException otherPayload = assertThrows(
                ManagerException.Conflict.class,
                () -> bench.manager.issueCredential(id, IssueCredential.of(customer, person, "Tablet")));
        assertThrows(
                ManagerException.Conflict.class,
                () -> bench.manager.revokeCredential(id, new RevokeCredential(customer, 1)));

        assertEquals(ErrorCode.COMMAND_CONFLICT, otherPayload.code());
        assertEquals(1, bench.manager.views().credentials(customer, 0, 10).size());
    }

    @Test
    void sameIdAtAnotherCustomerIsAnotherCommand() {
        CustomerId other = bench.site().site().customer();
        long otherPerson = bench.person(other);
        CommandId id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        IssueCredential otherRequest = IssueCredential.of(other, otherPerson, "Phone");

        CredentialIssued first = bench.manager.issueCredential(id, request);
        CredentialIssued second = bench.manager.issueCredential(id, otherRequest);

        assertEquals(new Buckets(0, 4), bench.manager.views().balance(customer));
        assertEquals(new Buckets(0, 4), bench.manager.views().balance(other));
        assertEquals(first, bench.manager.issueCredential(id, request));
        assertEquals(second, bench.manager.issueCredential(id, otherRequest));
    }

    private CredentialIssued issue() {
        return bench.manager.issueCredential(TestBench.id(), IssueCredential.of(customer, person, "Phone"));
    }
}
