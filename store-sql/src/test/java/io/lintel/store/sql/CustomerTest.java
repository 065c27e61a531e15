package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CreateCustomer.Foundation;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.CreateDistributor.FirstLogin;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.CustomerCreated;
import io.lintel.sdk.organisation.CustomerPreview;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.organisation.DistributorCreated;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.FieldError;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.organisation.SetDuplicates;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.organisation.SystemSettings;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.testing.Requirement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class CustomerTest {

    private static final LoginPolicy POLICY =
            new LoginPolicy(new Argon2idParameters(64, 1, 1), 10, 100, Duration.ofMinutes(15), Optional.empty());
    private static final Profile IMAPORTER = Profiles.builtIn("imaporter");
    private static final Contact CONTACT = new Contact(
            "Main square 1", "110 00", "Prague", "office@example.org", "+420 123 456 789", "www.example.org");
    private static final String PASSWORD = "Correct horse 1";

    private final Database database;
    private final TypedSecret key = TypedSecret.of("Key12345".toCharArray());
    private final TypedSecret otherKey = TypedSecret.of("Key67890".toCharArray());
    private final TypedSecret password = TypedSecret.of(PASSWORD.toCharArray());
    private TestBench bench;
    private Manager manager;
    private DistributorId distributor;

    CustomerTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        manager = bench.manager.with(POLICY);
        distributor = manager.organisations()
                .createDistributor(
                        TestBench.id(), new CreateDistributor("Alfa partners", Optional.of("Alfa"), Optional.empty()))
                .distributor()
                .id();
        manager.credits().purchase(TestBench.id(), new PurchaseCredit(distributor, 78));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"ACC-01", "ACC-05", "ACC-11", "CRD-20"})
    void operatorCreatesADistributorAndHandsItsLoginOver() {
        Manager operator = manager.as(new Principal.Operator(1));
        DistributorCreated created = operator.organisations()
                .createDistributor(
                        TestBench.id(),
                        new CreateDistributor(
                                "Beta",
                                Optional.of("Beta"),
                                Optional.of(new FirstLogin(EmailAddress.of("beta@example.org"), password))));

        DistributorId id = created.distributor().id();
        assertEquals(Optional.of(1L), created.login());
        assertEquals(
                new LoginOutcome.Admitted(new Principal.DistributorAdmin(id, 1), Optional.empty()),
                manager.logins().login(new LoginAttempt("beta@example.org", password, "")));
        var overview = operator.organisations().distributor(id);
        assertEquals(0, overview.availableCredits());
        assertEquals(0, overview.customers());
        assertEquals(created.distributor(), overview.distributor());
        Set<String> names = operator.organisations().distributors(DistributorId.OPERATOR, 10).stream()
                .map(Distributor::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of("Alfa partners", "Beta"), names);
    }

    @Test
    void codeOfAnotherDistributorIsRefusedInWhateverCase() {
        assertEquals(ErrorCode.INVALID_REQUEST, refused(() -> distributor("ALFA")));
        assertEquals(ErrorCode.INVALID_REQUEST, refused(() -> distributor("five5")));
        distributor("Alf0");
    }

    @Test
    @Requirement({"PWD-05", "ACC-02", "ACC-13", "ACC-14", "ACC-15", "ACC-18", "ACC-20", "CRD-09"})
    void customerIsCreatedWithAllThatItsFourStepsSay() {
        CreateCustomer request = request(
                SystemEntry.full("Bytovka-02", "Alfa0001", key),
                Optional.of(password),
                new KeyEntry("Bytovka", "99", Optional.empty(), Set.of(Trigger.WIDGET)),
                10);

        CustomerCreated created = manager.organisations().createCustomer(TestBench.id(), request);

        CustomerId id = created.site().site().customer();
        Customer customer = manager.organisations().customer(id);
        assertEquals("Bytovka-02", customer.name());
        assertEquals(CONTACT, customer.contact());
        assertEquals(Customer.Status.ACTIVE, customer.status());
        assertEquals(Optional.of("Alfa0001"), customer.system().id());
        assertFalse(customer.system().unsafeForLiveUse());
        assertEquals(
                new CustomerSettings(
                        "Bytovka",
                        Optional.of("99"),
                        Optional.empty(),
                        DuplicateNumbers.REFUSED,
                        Set.of(Trigger.LIST, Trigger.WIDGET)),
                manager.organisations().settings(id));
        assertEquals(new Buckets(10, 5), created.balance());
        assertEquals(new Buckets(10, 5), manager.credits().balance(id));
        assertEquals(68, manager.organisations().distributor(distributor).availableCredits());
        assertEquals(1, manager.organisations().distributor(distributor).customers());
        assertEquals(Optional.of(1L), created.login());
        LoginOutcome.Admitted admitted = assertInstanceOf(
                LoginOutcome.Admitted.class,
                manager.logins().login(new LoginAttempt("office@example.org", password, "")));
        assertEquals(new Principal.CustomerAdmin(id, 1), admitted.principal());
        assertEquals(
                IMAPORTER
                        .logins()
                        .boundedPassword()
                        .map(period -> TestBench.START
                                .atOffset(ZoneOffset.UTC)
                                .plus(period)
                                .toInstant()),
                admitted.passwordEnds());
    }

    @Test
    @Requirement("ACC-19")
    void customerWithoutAPasswordHasNoLogin() {
        CustomerId id = create(SystemEntry.full("Annex", "Alfa0002", key));

        assertEquals(List.of(), manager.logins().list(LoginOwner.of(id), 0, 10));
        assertEquals(
                "office@example.org",
                manager.organisations().customer(id).contact().email());
    }

    @Test
    @Requirement({"ACC-13", "CRD-09", "CRD-11"})
    void previewShowsTheSummaryAndWritesNothing() {
        CreateCustomer free = request(SystemEntry.full("Annex", "Alfa0002", key), 0);
        CreateCustomer paid = request(SystemEntry.full("Annex", "Alfa0002", key), 7);

        CustomerPreview preview = manager.organisations().previewCustomer(free);

        assertEquals(List.of(), preview.errors());
        assertEquals(5, preview.freeCredits());
        assertEquals(Optional.empty(), preview.transfer());
        assertEquals(78, preview.availableCredits());
        assertEquals(Optional.of("Alfa0002"), preview.system().id());
        assertEquals(
                Optional.of(7L), manager.organisations().previewCustomer(paid).transfer());
        assertEquals(List.of(), manager.organisations().customers(distributor, CustomerId.OPERATOR, 10));
        assertEquals(List.of(), manager.sites().list());
    }

    @Test
    @Requirement({"ACC-13", "ACC-15", "ACC-17"})
    void everythingThatIsWrongIsToldAtOnceAndNothingIsWritten() {
        TypedSecret weak = TypedSecret.of("weak".toCharArray());
        CreateCustomer wrong = new CreateCustomer(
                distributor,
                new Foundation(Suite.X25519, IMAPORTER),
                new SystemEntry(" ", SystemType.FULL, "Alfa", Optional.empty(), Optional.of(108), Optional.of(7)),
                new Contact("x".repeat(201), "1\n1", "", "office", "123", ""),
                Optional.of(weak),
                new KeyEntry("", "1", Optional.of(TestBench.START), Set.of()),
                79);

        Map<Field, Problem> expected = Map.ofEntries(
                Map.entry(Field.NAME, Problem.MISSING),
                Map.entry(Field.SYSTEM_ID, Problem.WRONG_FORM),
                Map.entry(Field.SYSTEM_KEY, Problem.MISSING),
                Map.entry(Field.ANDROID_APP, Problem.NOT_OFFERED),
                Map.entry(Field.IOS_APP, Problem.NOT_OFFERED),
                Map.entry(Field.ADDRESS, Problem.TOO_LONG),
                Map.entry(Field.ZIP, Problem.WRONG_FORM),
                Map.entry(Field.EMAIL, Problem.WRONG_FORM),
                Map.entry(Field.PHONE, Problem.WRONG_FORM),
                Map.entry(Field.PASSWORD, Problem.WRONG_FORM),
                Map.entry(Field.KEY_NAME, Problem.MISSING),
                Map.entry(Field.PREFIX, Problem.WRONG_FORM),
                Map.entry(Field.DEFAULT_VALIDITY, Problem.WRONG_FORM),
                Map.entry(Field.TRANSFER, Problem.EXCEEDS_AVAILABLE));
        assertEquals(expected, problems(wrong));
        ManagerException refused = assertThrows(
                ManagerException.Refused.class, () -> manager.organisations().createCustomer(TestBench.id(), wrong));
        assertEquals(ErrorCode.INVALID_REQUEST, refused.code());
        expected.keySet().forEach(field -> assertTrue(refused.getMessage().contains(field.name()), field.name()));
        assertEquals(List.of(), manager.sites().list());
        assertEquals(78, manager.credits().balance(distributor).paid());
    }

    @Test
    @Requirement({"SYS-03", "SYS-05", "SYS-06"})
    void systemIdIsUniqueInWhateverCaseAlsoAmongDeletedCustomersAndTheDemosIsKept() {
        CustomerId first = create(SystemEntry.full("First", "Alfa0001", key));
        manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(first));

        assertEquals(
                Map.of(Field.SYSTEM_ID, Problem.TAKEN),
                problems(request(SystemEntry.full("Second", "aLFA0001", key), 0)));
        assertEquals(
                Map.of(Field.SYSTEM_ID, Problem.RESERVED),
                problems(request(SystemEntry.full("Second", "DEMO0001", key), 0)));
        assertEquals(Map.of(), problems(request(SystemEntry.full("Second", "Alfa0002", key), 0)));
    }

    @Test
    @Requirement({"ACC-16", "SYS-05", "SYS-09"})
    void demosShareIdAndKeyAndAreFlaggedUnsafe() {
        CustomerId first = create(SystemEntry.demo("First demo"));
        CustomerId second = create(SystemEntry.demo("Second demo"));

        for (CustomerId demo : List.of(first, second)) {
            SystemSettings system = manager.organisations().customer(demo).system();
            assertEquals(SystemType.DEMO, system.type());
            assertEquals(Optional.of("demo0001"), system.id());
            assertTrue(system.unsafeForLiveUse());
            assertEquals("demo", systemKey(demo, 1));
        }
        SystemEntry ownKey = new SystemEntry(
                "Third", SystemType.DEMO, "Alfa0003", Optional.of(key), Optional.empty(), Optional.empty());
        assertEquals(
                Map.of(Field.SYSTEM_ID, Problem.WRONG_FORM, Field.SYSTEM_KEY, Problem.WRONG_FORM),
                problems(request(ownKey, 0)));
    }

    @Test
    void productWithoutIdKeyAndDemoTakesNone() {
        Profile lintel = Profiles.builtIn(Profiles.DEFAULT);
        assertEquals(Map.of(), problems(request(lintel, SystemEntry.full("Site"))));
        assertEquals(
                Map.of(Field.SYSTEM_ID, Problem.NOT_OFFERED, Field.SYSTEM_KEY, Problem.NOT_OFFERED),
                problems(request(lintel, SystemEntry.full("Site", "Alfa0001", key))));
        assertEquals(
                Map.of(Field.SYSTEM_TYPE, Problem.NOT_OFFERED), problems(request(lintel, SystemEntry.demo("Site"))));
    }

    @Test
    @Requirement({"ACC-24", "SYS-10"})
    void systemIsEditedAsAWholeAndTheKeyNeverComesOut() {
        CustomerId id = create(SystemEntry.full("Before", "Alfa0001", key));
        SystemSettings before = manager.organisations().customer(id).system();

        manager.organisations()
                .editSystem(TestBench.id(), new EditSystem(id, SystemEntry.full("After", "alfa0001", otherKey)));

        Customer after = manager.organisations().customer(id);
        assertEquals("After", after.name());
        assertEquals("After", manager.sites().get(id).name());
        assertEquals(Optional.of("alfa0001"), after.system().id());
        assertNotEquals(before.keyFingerprint(), after.system().keyFingerprint());
        assertTrue(after.system().keyFingerprint().orElseThrow().matches("[0-9a-f]{8}"));
        assertEquals("Key67890", systemKey(id, 2));
        SystemEntry withoutKey =
                new SystemEntry("After", SystemType.FULL, "", Optional.empty(), Optional.empty(), Optional.empty());
        assertEquals(
                ErrorCode.INVALID_REQUEST,
                refused(() -> manager.organisations().editSystem(TestBench.id(), new EditSystem(id, withoutKey))));
    }

    @Test
    void sameKeyOfTwoSitesHasTwoFingerprints() {
        CustomerId first = create(SystemEntry.full("First", "Alfa0001", key));
        CustomerId second = create(SystemEntry.full("Second", "Alfa0002", key));

        assertNotEquals(
                manager.organisations().customer(first).system().keyFingerprint(),
                manager.organisations().customer(second).system().keyFingerprint());
    }

    @Test
    @Requirement("SYS-12")
    void appIsChosenForItsPlatform() {
        SystemEntry entry = new SystemEntry(
                "Site", SystemType.FULL, "Alfa0001", Optional.of(key), Optional.of(107), Optional.of(110));
        CustomerId id = create(entry);

        SystemSettings system = manager.organisations().customer(id).system();
        assertEquals(Optional.of(107), system.androidApp());
        assertEquals(Optional.of(110), system.iosApp());
    }

    @Test
    @Requirement({"CFG-08", "CFG-09", "ACC-37"})
    void customerEditsItsKeySettingsButNotTheSwitchForDuplicates() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key));
        Manager customer = manager.as(new Principal.CustomerAdmin(id, 1));
        KeyEntry keys = new KeyEntry("Other", "555", Optional.of(TestBench.START.plusSeconds(1)), Set.of());
        manager.organisations().setDuplicates(TestBench.id(), new SetDuplicates(id, DuplicateNumbers.ALLOWED));

        customer.organisations().editKeySettings(TestBench.id(), new EditKeySettings(id, keys));

        CustomerSettings settings = customer.organisations().settings(id);
        assertEquals("Other", settings.keyName());
        assertEquals(Optional.of("555"), settings.prefix());
        assertEquals(keys.defaultValidUntil(), settings.defaultValidUntil());
        assertEquals(Set.of(Trigger.LIST), settings.identification());
        assertEquals(DuplicateNumbers.ALLOWED, settings.duplicates());
        assertEquals(
                ErrorCode.PERMISSION_DENIED,
                refused(() -> customer.organisations()
                        .setDuplicates(TestBench.id(), new SetDuplicates(id, DuplicateNumbers.REFUSED))));
    }

    @Test
    @Requirement({"CFG-03", "CFG-04", "CFG-06", "CFG-07"})
    void newCustomerHasEveryModeAndNoEndAndALaterDefaultIsForLaterKeys() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key));
        assertEquals(
                EnumSet.allOf(Trigger.class),
                manager.organisations().settings(id).identification());
        assertEquals(Optional.empty(), manager.organisations().settings(id).defaultValidUntil());
        Instant end = TestBench.START.plusSeconds(3600);
        long before = bench.credential(id).serial();

        manager.organisations()
                .editKeySettings(
                        TestBench.id(),
                        new EditKeySettings(
                                id, new KeyEntry("Site", "", Optional.of(end), EnumSet.allOf(Trigger.class))));

        long after = bench.credential(id).serial();
        assertEquals(
                Optional.empty(), manager.credentials().get(id, before).terms().validUntil());
        assertEquals(
                Optional.of(end), manager.credentials().get(id, after).terms().validUntil());
    }

    @Test
    @Requirement({"ACC-25", "ACC-36", "ACC-39"})
    void distributorSeesEverySideOfACustomerAndTheCustomerItsOwn() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key), Optional.of(password));
        Manager distributing = manager.as(new Principal.DistributorAdmin(distributor, 1));
        Manager own = manager.as(new Principal.CustomerAdmin(id, 1));

        assertEquals(id, distributing.organisations().customer(id).id());
        assertEquals("Site", distributing.organisations().settings(id).keyName());
        assertEquals(new Buckets(0, 5), distributing.credits().balance(id));
        assertEquals(1, distributing.logins().list(LoginOwner.of(id), 0, 10).size());
        assertEquals("office@example.org", own.logins().own().login().email().text());
        assertEquals(1, own.credits().book(id, 0, 10).size());
        assertEquals("Site", own.organisations().settings(id).keyName());
    }

    @Test
    void profileThatDecidesAboutDuplicatesItselfHasNoSwitch() {
        CustomerId id = manager.organisations()
                .createCustomer(TestBench.id(), request(Profiles.builtIn("stid-blue"), SystemEntry.full("Site")))
                .site()
                .site()
                .customer();

        assertEquals(
                ErrorCode.INVALID_REQUEST,
                refused(() -> manager.organisations()
                        .setDuplicates(TestBench.id(), new SetDuplicates(id, DuplicateNumbers.ALLOWED))));
    }

    @Test
    @Requirement({"ACC-21", "ACC-34"})
    void contactChangesAndLoginsStay() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key), Optional.of(password));
        Contact moved = new Contact("", "", "", "new@example.org", "", "");

        manager.as(new Principal.CustomerAdmin(id, 1))
                .organisations()
                .editContact(TestBench.id(), new EditContact(id, moved));

        assertEquals(moved, manager.organisations().customer(id).contact());
        assertInstanceOf(
                LoginOutcome.Admitted.class,
                manager.logins().login(new LoginAttempt("office@example.org", password, "")));
        assertInstanceOf(
                LoginOutcome.Rejected.class, manager.logins().login(new LoginAttempt("new@example.org", password, "")));
        assertEquals(
                ErrorCode.INVALID_REQUEST,
                refused(() -> manager.organisations().editContact(TestBench.id(), new EditContact(id, Contact.NONE))));
    }

    @Test
    @Requirement({"ACC-23", "ACC-26", "ACC-27"})
    void deletedCustomerKeepsItsRecordDoesNothingAndComesBackAsItWas() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key), Optional.of(password));
        Customer before = manager.organisations().customer(id);
        Buckets credit = manager.credits().balance(id);
        AddPerson person = new AddPerson(id, "Ada", "Byron", "ada@example.org");

        manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(id));

        Customer deleted = manager.organisations().customer(id);
        assertEquals(Customer.Status.DELETED, deleted.status());
        assertEquals(Optional.of(TestBench.START), deleted.deleted());
        assertEquals(List.of(deleted), manager.organisations().customers(distributor, CustomerId.OPERATOR, 10));
        assertEquals(List.of(), manager.organisations().workspaces(distributor, CustomerId.OPERATOR, 10));
        assertEquals(0, manager.organisations().distributor(distributor).customers());
        assertEquals(credit, manager.credits().balance(id));
        assertEquals(ErrorCode.CUSTOMER_DELETED, refused(() -> manager.people().add(TestBench.id(), person)));
        assertEquals(
                ErrorCode.CUSTOMER_DELETED,
                refused(() -> manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(id))));
        assertInstanceOf(
                LoginOutcome.Rejected.class,
                manager.logins().login(new LoginAttempt("office@example.org", password, "")));

        manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(id));

        assertEquals(before, manager.organisations().customer(id));
        assertEquals(List.of(before), manager.organisations().workspaces(distributor, CustomerId.OPERATOR, 10));
        manager.people().add(TestBench.id(), person);
        assertInstanceOf(
                LoginOutcome.Admitted.class,
                manager.logins().login(new LoginAttempt("office@example.org", password, "")));
        assertEquals(
                ErrorCode.ILLEGAL_TRANSITION,
                refused(() -> manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(id))));
    }

    @Test
    @Requirement("ACC-27")
    void phonesOfADeletedCustomerNeitherActivateNorCheckInUntilItComesBack() {
        CustomerId id = bench.site().site().customer();
        CheckInPhone active = CheckInPhone.activate(bench, bench.credential(id));
        CredentialIssued waiting = bench.credential(id);
        Phone phone = bench.phone(Suite.X25519);

        manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(id));
        assertEquals(
                new ActivationResult.Refused(ActivationRefusal.CREDENTIAL_ENDED, Optional.empty()),
                phone.redeem(manager, waiting.activation()));
        CheckInResult.Refused refused =
                assertInstanceOf(CheckInResult.Refused.class, active.result(active.says(Holding.HELD)));
        assertEquals(CheckInRefusal.UNKNOWN_CREDENTIAL, refused.reason());

        manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(id));
        active.checkIn(Holding.HELD);
        assertInstanceOf(ActivationResult.Activated.class, phone.redeem(manager, waiting.activation()));
    }

    @Test
    void deletionThatIsRepeatedReturnsTheFirstResult() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key));
        CommandId command = TestBench.id();
        var first = manager.organisations().deleteCustomer(command, new DeleteCustomer(id));
        bench.clock.set(TestBench.START.plusSeconds(60));

        assertEquals(first, manager.organisations().deleteCustomer(command, new DeleteCustomer(id)));
    }

    @Test
    void creationThatIsRepeatedMakesOneCustomer() {
        CommandId command = TestBench.id();
        CreateCustomer request =
                request(SystemEntry.full("Site", "Alfa0001", key), Optional.of(password), KeyEntry.proposal("Site"), 3);

        CustomerCreated first = manager.organisations().createCustomer(command, request);

        assertEquals(first, manager.organisations().createCustomer(command, request));
        assertEquals(75, manager.credits().balance(distributor).paid());
        assertEquals(
                1,
                manager.organisations()
                        .customers(distributor, CustomerId.OPERATOR, 10)
                        .size());
    }

    @Test
    @Requirement({"ACC-07", "ACC-08", "ACC-09", "ACC-41"})
    void trailNamesTheLoginAndTheWorkspace() {
        CustomerId id = create(SystemEntry.full("Site", "Alfa0001", key));
        Principal.DistributorAdmin admin = new Principal.DistributorAdmin(distributor, 4);
        Customer chosen = manager.as(admin)
                .organisations()
                .workspaces(distributor, CustomerId.OPERATOR, 10)
                .get(0);

        manager.as(admin.in(chosen.id()))
                .people()
                .add(TestBench.id(), new AddPerson(id, "Ada", "Byron", "ada@example.org"));
        manager.as(admin)
                .organisations()
                .editContact(TestBench.id(), new EditContact(id, Contact.ofEmail("new@example.org")));

        List<Change> trail = manager.events().audit(id, 0, 100).stream()
                .map(recorded -> recorded.change())
                .toList();
        Change inWorkspace = trail.get(trail.size() - 2);
        assertEquals(Change.Kind.PERSON_ADDED, inWorkspace.kind());
        assertEquals(
                "distributor " + distributor + " login 4", inWorkspace.actor().name());
        assertEquals(Optional.of(id), inWorkspace.actor().workspace());
        assertEquals(Optional.empty(), trail.get(trail.size() - 1).actor().workspace());
    }

    @Test
    @Requirement({"CRD-03", "CRD-05", "CRD-28"})
    void transferAtCreationStandsInTheBooksAfterTheFreeGrant() {
        CustomerId id = manager.organisations()
                .createCustomer(TestBench.id(), request(SystemEntry.full("Site", "Alfa0001", key), 10))
                .site()
                .site()
                .customer();

        List<BookRow> rows = manager.credits().book(id, 0, 10);
        assertEquals(
                List.of("5.0", "10.0"), rows.stream().map(BookRow::amountText).toList());
        assertEquals(68, manager.credits().balance(distributor).paid());
    }

    private DistributorCreated distributor(String code) {
        return manager.organisations()
                .createDistributor(
                        TestBench.id(), new CreateDistributor("Another", Optional.of(code), Optional.empty()));
    }

    private CustomerId create(SystemEntry system) {
        return create(system, Optional.empty());
    }

    private CustomerId create(SystemEntry system, Optional<TypedSecret> login) {
        return manager.organisations()
                .createCustomer(TestBench.id(), request(system, login, KeyEntry.proposal(system.name()), 0))
                .site()
                .site()
                .customer();
    }

    private CreateCustomer request(SystemEntry system, long transfer) {
        return request(system, Optional.empty(), KeyEntry.proposal(system.name()), transfer);
    }

    private CreateCustomer request(SystemEntry system, Optional<TypedSecret> login, KeyEntry keys, long transfer) {
        return new CreateCustomer(
                distributor, new Foundation(Suite.X25519, IMAPORTER), system, CONTACT, login, keys, transfer);
    }

    private CreateCustomer request(Profile profile, SystemEntry system) {
        return new CreateCustomer(
                distributor,
                new Foundation(Suite.X25519, profile),
                system,
                CONTACT,
                Optional.empty(),
                KeyEntry.proposal(system.name()),
                0);
    }

    private Map<Field, Problem> problems(CreateCustomer request) {
        return manager.organisations().previewCustomer(request).errors().stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::problem));
    }

    private String systemKey(CustomerId id, int epoch) {
        try (SecretBytes stored = bench.store.read(
                unit -> unit.keys().open(id, KeyKind.SYSTEM_KEY, epoch).orElseThrow())) {
            return new String(stored.copy(), StandardCharsets.UTF_8);
        }
    }

    private static ErrorCode refused(Executable command) {
        return assertThrows(ManagerException.Refused.class, command).code();
    }
}
