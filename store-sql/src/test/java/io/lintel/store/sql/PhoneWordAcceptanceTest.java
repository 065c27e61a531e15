package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.Holding;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.RevocationStage;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that notes what phones say of deletion, and brings credit back for what readers or time prove. */
@OnEveryDatabase
class PhoneWordAcceptanceTest {

    private static final Instant BOUND =
            TestBench.START.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(10));
    private static final Buckets SPENT = new Buckets(0, 4);
    private static final Buckets BACK = new Buckets(0, 5);

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private TestReader gate;
    private CheckInPhone phone;

    PhoneWordAcceptanceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        String noting = Profiles.print(Profiles.builtIn("lintel"))
                .replace("\"markLost\" : true", "\"markLost\" : true, \"phoneWord\" : \"NOTED\"");
        customer = bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Depot", Suite.X25519, Profiles.parse(noting), DistributorId.OPERATOR))
                .site()
                .customer();
        gate = new TestReader(bench, customer, 1).configured();
        phone = CheckInPhone.activate(bench, bench.credential(customer));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"REV-15", "CRD-23"})
    void deletionAsToldIsNotedAndAReceiptBringsTheCreditBack() {
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));

        phone.checkIn(Holding.DELETED_AS_TOLD);

        assertNotedOnly();
        gate.confirmsNewest();
        assertProven();
    }

    @Test
    @Requirement({"REV-15", "CRD-23"})
    void deletionByThePersonIsNotedAndAReceiptBringsTheCreditBack() {
        phone.checkIn(Holding.DELETED_BY_PERSON);

        assertNotedOnly();
        gate.confirmsNewest();
        assertProven();
    }

    @Test
    @Requirement("CRD-23")
    void creditComesBackWithoutAReceiptWhenTheBoundHasPassed() {
        phone.checkIn(Holding.DELETED_BY_PERSON);

        bench.clock.set(BOUND.minusSeconds(1));
        tend();
        assertNotedOnly();
        bench.clock.set(BOUND);
        tend();
        assertProven();
    }

    private void assertNotedOnly() {
        CredentialExposure exposure = exposure();
        assertEquals(RevocationStage.CONFIRMED_BY_PHONE, exposure.stage());
        assertEquals(new Bound.Until(BOUND), exposure.bound());
        assertEquals(CredentialState.REVOKE_PENDING, state());
        assertEquals(SPENT, bench.manager.credits().balance(customer));
    }

    private void assertProven() {
        assertEquals(RevocationStage.ENFORCED, exposure().stage());
        assertEquals(CredentialState.REVOKED, state());
        assertEquals(BACK, bench.manager.credits().balance(customer));
    }

    private void tend() {
        bench.manager.revocations().tend(TestBench.id(), new TendRevocations(customer));
    }

    private CredentialExposure exposure() {
        return bench.manager.revocations().exposure(customer, phone.serial);
    }

    private CredentialState state() {
        return bench.manager.credentials().get(customer, phone.serial).state();
    }
}
