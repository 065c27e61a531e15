package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.Holding;
import io.lintel.sdk.Credits;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a credential costs in the course of its life. */
@OnEveryDatabase
class CreditReturnTest {

    private static final String PROFILE = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));

    private final Database sort;
    private TestBench bench;
    private Credits credits;

    CreditReturnTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(sort, directory);
        credits = bench.manager.credits();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement("CRD-23")
    void creditComesBackWhenThePhoneConfirmsAndNotWhenTheAdministratorRevokes() {
        CustomerId customer = bench.site().site().customer();
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        assertEquals(new Buckets(0, 4), credits.balance(customer));
        phone.checkIn(Holding.DELETED_AS_TOLD);
        assertEquals(new Buckets(0, 5), credits.balance(customer));

        phone.checkIn(Holding.DELETED_AS_TOLD);
        assertEquals(new Buckets(0, 5), credits.balance(customer), "once");
        assertEquals(
                Stage.RETURNED,
                credits.charge(customer, phone.serial).orElseThrow().stage());
    }

    @Test
    @Requirement("CRD-12")
    void creditIsReservedUntilActivationWhereTheProfileChargesThen() {
        CustomerId customer = charging("ACTIVATION");
        CredentialIssued issued = bench.credential(customer);
        assertEquals(new Buckets(0, 4), credits.balance(customer));
        assertAccount(customer, 1, 0);

        CheckInPhone.activate(bench, issued);

        assertEquals(new Buckets(0, 4), credits.balance(customer));
        assertAccount(customer, 0, 1);
    }

    @Test
    @Requirement("CRD-12")
    void activationOfWhatWasPaidAtItsCreationCostsNothing() {
        CustomerId customer = charging("ISSUE");
        CredentialIssued issued = bench.credential(customer);
        assertEquals(new Buckets(0, 4), credits.balance(customer));
        assertAccount(customer, 0, 1);

        CheckInPhone.activate(bench, issued).checkIn(Holding.HELD);

        assertEquals(new Buckets(0, 4), credits.balance(customer));
        assertEquals(2, credits.book(customer, 0, 10).size());
    }

    @Test
    @Requirement("CRD-36")
    void credentialCostsWhatThePolicySays() {
        CustomerId customer = site(PROFILE.replace("\"cost\" : 1", "\"cost\" : 3"));

        assertEquals(new Buckets(0, 2), bench.credential(customer).balance());
        ManagerException refused = assertThrows(ManagerException.Refused.class, () -> bench.credential(customer));
        assertEquals(ErrorCode.INSUFFICIENT_CREDIT, refused.code());
        assertEquals(new Buckets(0, 2), credits.balance(customer));
    }

    @Test
    @Requirement("CRD-17")
    void neitherKeyNorDeviceNorPersonThatIsDeletedReturnsCreditWhereTheProfileSaysNever() {
        CustomerId customer = bench.site(Suite.X25519, "imaporter").site().customer();
        CheckInPhone key = CheckInPhone.activate(bench, bench.credential(customer));
        CredentialIssued onDevice = bench.credential(customer);
        CheckInPhone device = CheckInPhone.activate(bench, onDevice);
        CredentialIssued ofPerson = bench.credential(customer);
        CheckInPhone persons = CheckInPhone.activate(bench, ofPerson);
        long person =
                bench.manager.credentials().get(customer, ofPerson.serial()).person();
        assertEquals(new Buckets(0, 2), credits.balance(customer));

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, key.serial));
        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, onDevice.device()));
        bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, person));
        for (CheckInPhone phone : List.of(key, device, persons)) {
            phone.checkIn(Holding.DELETED_AS_TOLD);
        }

        assertEquals(new Buckets(0, 2), credits.balance(customer));
        assertEquals(4, credits.book(customer, 0, 10).size());
    }

    @Test
    void reservedCreditIsFreeAgainWhenTheCredentialWasNeverActivated() {
        CustomerId customer = charging("ACTIVATION");
        long serial = bench.credential(customer).serial();

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));

        assertEquals(new Buckets(0, 5), credits.balance(customer));
        assertAccount(customer, 0, 0);
        assertEquals(
                Stage.RELEASED, credits.charge(customer, serial).orElseThrow().stage());
    }

    private void assertAccount(CustomerId customer, long reserved, long spent) {
        CreditAccount account = credits.account(customer);
        assertEquals(reserved, account.reserved());
        assertEquals(spent, account.spent());
        assertEquals(0, account.forfeited());
    }

    private CustomerId charging(String at) {
        return site(PROFILE.replace("\"chargeAt\" : \"ISSUE\"", "\"chargeAt\" : \"" + at + "\""));
    }

    private CustomerId site(String profile) {
        return bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Town hall", Suite.X25519, Profiles.parse(profile), DistributorId.OPERATOR))
                .site()
                .customer();
    }
}
