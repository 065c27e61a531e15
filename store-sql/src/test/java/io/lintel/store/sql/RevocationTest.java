package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class RevocationTest {

    private final Database database;
    private TestBench bench;
    private SiteCreated site;
    private CustomerId customer;

    RevocationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        site = bench.site();
        customer = site.site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"REV-02", "REV-15"})
    void revokedOnAPhoneItIsPendingAndOnTheNextList() {
        CredentialIssued kept = bench.credential(customer);
        CredentialIssued issued = bench.credential(customer);
        ActivationTest.granted(bench.phone(Suite.X25519).redeem(bench.manager, issued.activation()));

        CredentialRevoked revoked =
                bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, issued.serial()));

        assertEquals(CredentialState.REVOKE_PENDING, revoked.state());
        RevocationList list = list();
        assertEquals(2, list.listEpoch());
        assertEquals(2, revoked.listEpoch());
        assertTrue(list.revokes(issued.serial()));
        assertFalse(list.revokes(kept.serial()));
    }

    @Test
    @Requirement("CRD-23")
    void revokedBeforeActivationItIsRevokedAtOnceAndTheCreditComesBack() {
        CredentialIssued issued = bench.credential(customer);

        CredentialRevoked revoked =
                bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, issued.serial()));

        assertEquals(CredentialState.REVOKED, revoked.state());
        assertTrue(list().revokes(issued.serial()));
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement("CRD-17")
    void creditStaysSpentWhereTheProfileSaysNever() {
        CustomerId keeping = bench.site(Suite.X25519, "imaporter").site().customer();
        CredentialIssued issued = bench.credential(keeping);

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(keeping, issued.serial()));

        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(keeping));
    }

    @Test
    void listsAccumulateAndEpochsRise() {
        bench.credential(customer);
        for (int epoch = 2; epoch <= 4; epoch++) {
            long serial = bench.credential(customer).serial();
            bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));
            assertEquals(epoch, list().listEpoch());
            assertEquals(epoch - 1, list().revoked().size());
        }
    }

    @Test
    void whatIsRevokedIsNotRevokedOrResentAgain() {
        CredentialIssued issued = bench.credential(customer);
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, issued.serial()));

        ManagerException again = assertThrows(
                ManagerException.class,
                () -> bench.manager
                        .credentials()
                        .revoke(TestBench.id(), new RevokeCredential(customer, issued.serial())));
        ManagerException resent = assertThrows(
                ManagerException.class,
                () -> bench.manager
                        .credentials()
                        .resendActivation(TestBench.id(), new ResendActivation(customer, issued.serial())));

        assertEquals(ErrorCode.ILLEGAL_TRANSITION, again.code());
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, resent.code());
        assertEquals(2, list().listEpoch());
    }

    @Test
    void freshListKeepsTheRevocations() {
        long serial = bench.credential(customer).serial();
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));
        bench.clock.set(TestBench.START.plusSeconds(86_400));

        PublishedList fresh = bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));

        assertEquals(fresh, bench.manager.sites().currentRevocationList(customer));
        assertEquals(3, fresh.epoch());
        assertTrue(list().revokes(serial));
        assertEquals(bench.clock.instant(), list().issued());
    }

    @Test
    void higherEpochIsNeverDatedBeforeALowerOneWhenTheClockIsSetBack() {
        bench.clock.set(TestBench.START.minusSeconds(3600));

        PublishedList list = bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));

        assertEquals(2, list.epoch());
        assertEquals(TestBench.START, list.issued());
        bench.clock.set(TestBench.START);
        assertEquals(TestBench.START, list().issued());
    }

    @Test
    void commandIsDatedWhenItsTurnHasCome() {
        Instant turn = TestBench.START.plusSeconds(5);
        ManagerStore busy = new ManagerStore() {
            @Override
            public <T> T write(Function<UnitOfWork, T> work) {
                bench.clock.set(turn);
                return bench.store.write(work);
            }

            @Override
            public <T> T read(Function<UnitOfWork, T> queries) {
                return bench.store.read(queries);
            }

            @Override
            public void close() {
                bench.store.close();
            }
        };

        PublishedList list = Manager.on(busy, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES)
                .sites()
                .publishList(TestBench.id(), new PublishList(customer));

        assertEquals(turn, list.issued());
    }

    @Test
    void unknownCredentialIsNotFound() {
        assertThrows(
                ManagerException.NotFound.class,
                () -> bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, 7)));
    }

    private RevocationList list() {
        ProjectTrust trust = ProjectTrust.pin(
                TestBench.PRIMITIVES.suite(Suite.X25519),
                site.root(),
                bench.store.read(unit -> unit.sites().foundation(customer)).issuingKeys());
        return trust.verifyList(
                        bench.manager.sites().currentRevocationList(customer).statement(), bench.clock.instant())
                .value();
    }
}
