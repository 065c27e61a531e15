package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Subscribed;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.DeleteLogin;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CustomerCreated;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.SetDuplicates;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.testing.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance checklist's items 5, 13, 14, 18 and 19 (requirements, section 26), through the whole manager. */
@OnEveryDatabase
class OrganisationAcceptanceTest {

    private static final String EMAIL = "admin@example.org";
    private static final String PASSWORD = "Correct horse 1";
    private static final String SYSTEM_KEY = "S3cretKy";
    private static final LoginPolicy POLICY =
            new LoginPolicy(new Argon2idParameters(64, 1, 1), 100, 1000, Duration.ofMinutes(15), Optional.empty());

    private final Database database;
    private final TypedSecret password = TypedSecret.of(PASSWORD.toCharArray());
    private TestBench bench;
    private Manager manager;

    OrganisationAcceptanceTest(Database database) {
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
    @Requirement({"CRD-18", "SYS-09"})
    void item5DemoProjectIssuesWithoutCreditAndIsFlaggedUnsafe() {
        CustomerId demo = create(SystemEntry.demo("Demo")).site().site().customer();

        for (int i = 0; i < 7; i++) {
            bench.credential(demo);
        }

        assertEquals(7, manager.credentials().list(demo, 0, 10).size());
        assertEquals(new Buckets(0, 5), manager.credits().balance(demo));
        assertTrue(manager.organisations().customer(demo).system().unsafeForLiveUse());
    }

    @Test
    @Requirement({"DEV-09", "CFG-05", "ACC-37"})
    void item13DuplicateIdIsRefusedUntilTheDistributorAllowsItWhichTheCustomerCannot() {
        CustomerId customer = full().site().site().customer();
        Manager distributor = manager.as(new Principal.DistributorAdmin(DistributorId.OPERATOR, 1));
        Manager admin = manager.as(new Principal.CustomerAdmin(customer, 1));
        SetDuplicates allow = new SetDuplicates(customer, DuplicateNumbers.ALLOWED);
        issue(admin, customer, 17);

        assertEquals(ErrorCode.DUPLICATE_ACCESS_NUMBER, refused(() -> issue(admin, customer, 17)));
        assertEquals(
                ErrorCode.PERMISSION_DENIED, refused(() -> admin.organisations().setDuplicates(TestBench.id(), allow)));
        assertEquals(ErrorCode.DUPLICATE_ACCESS_NUMBER, refused(() -> issue(admin, customer, 17)));

        distributor.organisations().setDuplicates(TestBench.id(), allow);
        assertEquals(17, issue(admin, customer, 17).accessNumber());

        distributor
                .organisations()
                .setDuplicates(TestBench.id(), new SetDuplicates(customer, DuplicateNumbers.REFUSED));
        assertEquals(ErrorCode.DUPLICATE_ACCESS_NUMBER, refused(() -> issue(admin, customer, 17)));
    }

    @Test
    @Requirement({"PWD-01", "PWD-06"})
    void item14PasswordRule() {
        LoginOwner owner = LoginOwner.of(full().site().site().customer());
        for (String weak : List.of("Abcde1!", "abcdefg1", "ABCDEFG1", "Abcdefgh")) {
            assertEquals(ErrorCode.PASSWORD_TOO_WEAK, refused(() -> login(owner, EMAIL, weak)), weak);
        }
        assertEquals(1, login(owner, "digit@example.org", "Abcdefg1"));
        assertEquals(2, login(owner, "special@example.org", "Abcdefg!"));
    }

    @Test
    @Requirement({"ACC-21", "ACC-22", "ACC-31", "ACC-32"})
    void item19LoginEmailStaysWhileTheContactChangesAndIsFreeAfterDeletion() {
        CustomerId customer = full().site().site().customer();
        LoginOwner owner = LoginOwner.of(customer);
        login(owner, EMAIL, PASSWORD);

        manager.organisations()
                .editContact(TestBench.id(), new EditContact(customer, Contact.ofEmail("other@example.org")));
        assertEquals(EMAIL, manager.logins().list(owner, 0, 10).get(0).email().text());
        assertInstanceOf(LoginOutcome.Admitted.class, attempt());
        assertEquals(ErrorCode.DUPLICATE_LOGIN, refused(() -> login(owner, EMAIL, PASSWORD)));

        manager.logins().delete(TestBench.id(), new DeleteLogin(owner, 1));
        assertEquals(new LoginOutcome.Rejected(), attempt());
        assertEquals(2, login(owner, EMAIL, PASSWORD));
        assertInstanceOf(LoginOutcome.Admitted.class, attempt());
        assertEquals(
                List.of(AdminLogin.Status.DELETED, AdminLogin.Status.ACTIVE),
                manager.logins().list(owner, 0, 10).stream()
                        .map(AdminLogin::status)
                        .toList());
    }

    @Test
    @Requirement({"KEY-06", "KEY-08", "ACT-19"})
    void item18NoSecretIsInATextALogOrAnExport() throws IOException, SQLException {
        PrintStream terminal = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
        List<Object> told = new ArrayList<>();
        try {
            useEverything(told);
        } finally {
            System.setErr(terminal);
        }
        String texts = (told + log.toString(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);

        assertTrue(told.size() > 12);
        List<String> secrets = secrets();
        assertTrue(secrets.size() > 20);
        for (String secret : secrets) {
            assertFalse(texts.contains(secret.toLowerCase(Locale.ROOT)), "a secret got out");
        }
        assertFalse(texts.contains(EMAIL), "an address got out");
    }

    private void useEverything(List<Object> told) throws IOException {
        CustomerCreated created = full();
        CustomerId customer = created.site().site().customer();
        told.add(created);
        login(LoginOwner.of(customer), EMAIL, PASSWORD);
        told.add(manager.logins().list(LoginOwner.of(customer), 0, 10));
        told.add(new LoginAttempt(EMAIL, password, "here"));
        told.add(attempt());
        told.add(manager.organisations().customer(customer));
        told.add(manager.organisations().settings(customer));
        CredentialIssued issued = bench.credential(customer);
        told.add(manager.credentials().list(customer, 0, 10));
        told.add(bench.phone(Suite.X25519).redeem(manager, issued.activation()));
        int reader = manager.readers()
                .enroll(
                        TestBench.id(),
                        new EnrollReader(
                                customer, "Door", Set.of(1), Technology.NONE, TestBench.readerRequest(Suite.X25519)))
                .reader();
        try (var artefact = manager.readers()
                .exportConfiguration(TestBench.id(), new ExportReaderConfiguration(customer, reader, Set.of()))) {
            told.add(artefact);
        }
        Subscribed subscribed = manager.events()
                .subscribe(TestBench.id(), new Subscribe(customer, URI.create("https://host.example.org/")));
        told.add(subscribed);
        told.add(manager.events().after(customer, 0, 100));
        told.add(manager.events().audit(customer, 0, 100));
        told.add(Profiles.print(Profiles.builtIn("imaporter")));
        ByteArrayOutputStream readers = new ByteArrayOutputStream();
        manager.readers().exportFile(customer, readers);
        told.add(readers.toString(StandardCharsets.UTF_8));
        StringBuilder chain = new StringBuilder();
        manager.credits().reports().export(DistributorId.OPERATOR, chain);
        told.add(chain);
        told.add(assertThrows(ManagerException.class, () -> login(LoginOwner.of(customer), EMAIL, "weak"))
                .toString());
    }

    /** Every key in the vault and every hash, in the forms in which it could get out; and what people typed. */
    private List<String> secrets() throws SQLException {
        List<String> secrets = new ArrayList<>(List.of(PASSWORD, SYSTEM_KEY, "$argon2id"));
        try (Connection connection = bench.database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT octets FROM secret_key")) {
            while (rows.next()) {
                byte[] octets = rows.getBytes(1);
                secrets.add(Bytes.copyOf(octets).toHex());
                secrets.add(Base64.getEncoder().withoutPadding().encodeToString(octets));
                secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(octets));
            }
        }
        return secrets;
    }

    private CustomerCreated full() {
        try (TypedSecret key = TypedSecret.of(SYSTEM_KEY.toCharArray())) {
            return create(SystemEntry.full("Town hall", "Alfa0001", key));
        }
    }

    private CustomerCreated create(SystemEntry system) {
        return manager.organisations()
                .createCustomer(
                        TestBench.id(),
                        new CreateCustomer(
                                DistributorId.OPERATOR,
                                new CreateCustomer.Foundation(Suite.X25519, Profiles.builtIn("imaporter")),
                                system,
                                Contact.ofEmail("office@example.org"),
                                Optional.empty(),
                                KeyEntry.proposal(system.name()),
                                0));
    }

    private CredentialIssued issue(Manager by, CustomerId customer, long number) {
        IssueCredential request = new IssueCredential(
                customer,
                bench.person(customer),
                "Phone",
                OptionalLong.of(number),
                Optional.empty(),
                Optional.empty(),
                Set.of(1),
                Technology.NONE);
        return by.credentials().issue(TestBench.id(), request);
    }

    private long login(LoginOwner owner, String email, String typed) {
        try (TypedSecret secret = TypedSecret.of(typed.toCharArray())) {
            return manager.logins().create(TestBench.id(), new CreateLogin(owner, EmailAddress.of(email), secret));
        }
    }

    private LoginOutcome attempt() {
        return manager.logins().login(new LoginAttempt(EMAIL, password, ""));
    }

    private static ErrorCode refused(Executable command) {
        return assertThrows(ManagerException.Refused.class, command).code();
    }
}
