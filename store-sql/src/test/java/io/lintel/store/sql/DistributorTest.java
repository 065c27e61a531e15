package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.ChangePassword;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.login.ResetPassword;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.CreateDistributor.FirstLogin;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What a distributor sees of itself, and the logins that it hands to its customers. */
@OnEveryDatabase
class DistributorTest {

    private static final LoginPolicy POLICY =
            new LoginPolicy(new Argon2idParameters(64, 1, 1), 20, 100, Duration.ofMinutes(15), Optional.empty());
    private static final EmailAddress OWN = EmailAddress.of("alfa@example.org");
    private static final EmailAddress CUSTOMERS = EmailAddress.of("admin@example.org");

    private final Database database;
    private final TypedSecret password = TypedSecret.of("Correct horse 1".toCharArray());
    private final TypedSecret otherPassword = TypedSecret.of("Battery staple 2".toCharArray());
    private TestBench bench;
    private Manager manager;

    DistributorTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        manager = bench.manager.with(POLICY);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement("ACC-35")
    void operatorNamesADistributorAndNothingElseIsNeeded() {
        CreateDistributor nameAlone = new CreateDistributor("Alfa", Optional.empty(), Optional.empty());
        Manager operator = manager.as(new Principal.Operator(1));

        DistributorId id = operator.organisations()
                .createDistributor(TestBench.id(), nameAlone)
                .distributor()
                .id();

        assertEquals(
                "Alfa", operator.organisations().distributor(id).distributor().name());
        assertEquals(
                ErrorCode.INVALID_REQUEST,
                refused(() -> operator.organisations()
                        .createDistributor(
                                TestBench.id(), new CreateDistributor(" ", Optional.empty(), Optional.empty()))));
        Manager itself = manager.as(new Principal.DistributorAdmin(id, 1));
        assertEquals(
                ErrorCode.PERMISSION_DENIED,
                refused(() -> itself.organisations().createDistributor(TestBench.id(), nameAlone)));
    }

    /** Or it would write its own prices: what a credential costs stands in the profile. */
    @Test
    void distributorFoundsCustomersOnPublishedProfilesAlone() {
        DistributorId id = distributor();
        Manager itself = manager.as(new Principal.DistributorAdmin(id, 1));
        Profile generous = Profiles.parse(Profiles.print(Profiles.builtIn("imaporter"))
                .replaceFirst("\"trialGrant\" : 5", "\"trialGrant\" : 5000"));
        CreateSite own = new CreateSite("Depot", Suite.X25519, generous, id);

        assertEquals(ErrorCode.PERMISSION_DENIED, refused(() -> itself.sites().create(TestBench.id(), own)));
        itself.sites().create(TestBench.id(), new CreateSite("Depot", Suite.X25519, Profiles.builtIn("imaporter"), id));
        CustomerId founded = manager.sites().create(TestBench.id(), own).site().customer();
        assertEquals(5000, manager.credits().balance(founded).trial());
    }

    @Test
    @Requirement({"ACC-36", "PWD-02", "PWD-03"})
    void distributorSeesItsOwnLoginCreditAndHistoryAndChangesItsPassword() {
        DistributorId id = distributor();
        manager.credits().purchase(TestBench.id(), new PurchaseCredit(id, 30));
        Manager itself = manager.as(new Principal.DistributorAdmin(id, 1));

        assertEquals(OWN, itself.logins().own().login().email());
        assertEquals(new Buckets(30, 0), itself.credits().balance(id));
        assertEquals(
                List.of("30.0"),
                itself.credits().book(id, 0, 10).stream()
                        .map(BookRow::amountText)
                        .toList());
        assertEquals(30, itself.organisations().distributor(id).availableCredits());

        assertEquals(ErrorCode.LOGIN_REJECTED, refused(() -> change(itself, otherPassword)));
        change(itself, password);
        assertInstanceOf(LoginOutcome.Rejected.class, login(OWN, password));
        assertInstanceOf(LoginOutcome.Admitted.class, login(OWN, otherPassword));
    }

    @Test
    @Requirement({"ACC-06", "ACC-19"})
    void customerGetsItsFirstLoginFromItsDistributorAndNotFromItself() {
        CustomerId customer = bench.site().site().customer();
        LoginOwner owner = LoginOwner.of(customer);
        Manager distributor = manager.as(new Principal.DistributorAdmin(DistributorId.OPERATOR, 1));
        CreateLogin first = new CreateLogin(owner, CUSTOMERS, password);
        assertInstanceOf(LoginOutcome.Rejected.class, login(CUSTOMERS, password));
        for (Principal other :
                List.of(new Principal.CustomerAdmin(customer, 1), new Principal.DistributorAdmin(distributor(), 1))) {
            assertEquals(
                    ErrorCode.PERMISSION_DENIED,
                    refused(() -> manager.as(other).logins().create(TestBench.id(), first)));
        }

        distributor.logins().create(TestBench.id(), first);

        assertEquals(
                new LoginOutcome.Admitted(new Principal.CustomerAdmin(customer, 1), Optional.empty()),
                login(CUSTOMERS, password));
    }

    @Test
    @Requirement({"ACC-21", "ACC-22"})
    void addressOfALoginOutlivesEverythingThatHappensToIt() {
        DistributorId id = distributor();
        CustomerId customer = bench.site().site().customer();
        LoginOwner owner = LoginOwner.of(customer);
        manager.logins().create(TestBench.id(), new CreateLogin(owner, CUSTOMERS, password));

        manager.organisations()
                .editContact(TestBench.id(), new EditContact(customer, Contact.ofEmail("new@example.org")));
        manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(customer));
        manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(customer));
        manager.logins().resetPassword(TestBench.id(), new ResetPassword(owner, 1, otherPassword));
        manager.logins().resetPassword(TestBench.id(), new ResetPassword(LoginOwner.of(id), 1, otherPassword));

        assertEquals(List.of(CUSTOMERS), addresses(owner));
        assertEquals(List.of(OWN), addresses(LoginOwner.of(id)));
        assertInstanceOf(LoginOutcome.Admitted.class, login(CUSTOMERS, otherPassword));
        assertInstanceOf(LoginOutcome.Admitted.class, login(OWN, otherPassword));
    }

    private DistributorId distributor() {
        return manager.organisations()
                .createDistributor(
                        TestBench.id(),
                        new CreateDistributor("Alfa", Optional.empty(), Optional.of(new FirstLogin(OWN, password))))
                .distributor()
                .id();
    }

    private void change(Manager by, TypedSecret current) {
        by.logins()
                .changePassword(
                        TestBench.id(), new ChangePassword(new LoginAttempt(OWN.text(), current, ""), otherPassword));
    }

    private LoginOutcome login(EmailAddress email, TypedSecret typed) {
        return manager.logins().login(new LoginAttempt(email.text(), typed, ""));
    }

    private List<EmailAddress> addresses(LoginOwner owner) {
        return manager.logins().list(owner, 0, 10).stream()
                .map(AdminLogin::email)
                .toList();
    }

    private static ErrorCode refused(Executable command) {
        return assertThrows(ManagerException.Refused.class, command).code();
    }
}
