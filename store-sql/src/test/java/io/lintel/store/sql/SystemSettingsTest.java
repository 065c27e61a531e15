package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.Contact;
import io.lintel.sdk.organisation.CreateCustomer;
import io.lintel.sdk.organisation.CreateCustomer.Foundation;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.EditContact;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.FieldError;
import io.lintel.sdk.organisation.FieldError.Field;
import io.lintel.sdk.organisation.FieldError.Problem;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.profile.Profiles;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a customer's system id, key, type, apps and contact have to be, and who may change them. */
@OnEveryDatabase
class SystemSettingsTest {

    private static final Contact OFFICE = Contact.ofEmail("office@example.org");

    private final Database database;
    private final TypedSecret key = TypedSecret.of("Key12345".toCharArray());
    private TestBench bench;
    private Manager distributor;

    SystemSettingsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        distributor = bench.manager.as(new Principal.DistributorAdmin(DistributorId.OPERATOR, 1));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alfa", "Alfa001", "Alfa00011", "Alf-0001", "Alfa 001", "Älfa0001"})
    @Requirement({"SYS-04", "ACC-15"})
    void systemIdOfAnotherFormIsRefused(String id) {
        assertEquals(Map.of(Field.SYSTEM_ID, Problem.WRONG_FORM), problems(SystemEntry.full("Site", id, key), OFFICE));
        assertEquals(Map.of(), problems(SystemEntry.full("Site", "Alfa0001", key), OFFICE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Key1234", "Key123456", "Key-1234", "Key 1234", "demo"})
    @Requirement("SYS-07")
    void systemKeyOfAnotherFormIsRefused(String text) {
        try (TypedSecret wrong = TypedSecret.of(text.toCharArray())) {
            assertEquals(
                    Map.of(Field.SYSTEM_KEY, Problem.WRONG_FORM),
                    problems(SystemEntry.full("Site", "Alfa0001", wrong), OFFICE));
        }
    }

    @Test
    @Requirement({"SYS-07", "PWD-06"})
    void systemKeyNeedsNothingOfWhatAPasswordNeeds() {
        for (String text : List.of("abcdefgh", "ABCDEFGH", "12345678")) {
            try (TypedSecret plain = TypedSecret.of(text.toCharArray())) {
                assertEquals(Map.of(), problems(SystemEntry.full("Site", "Alfa0001", plain), OFFICE), text);
            }
        }
    }

    @Test
    @Requirement({"ACC-15", "ACC-17", "ACC-20"})
    void nameIdKeyAndAddressForMailAreMandatoryAndNothingElseOfTheContact() {
        SystemEntry nothing =
                new SystemEntry("", SystemType.FULL, "", Optional.empty(), Optional.empty(), Optional.empty());

        assertEquals(
                Map.of(
                        Field.NAME, Problem.MISSING,
                        Field.SYSTEM_ID, Problem.MISSING,
                        Field.SYSTEM_KEY, Problem.MISSING,
                        Field.EMAIL, Problem.MISSING),
                problems(nothing, Contact.NONE));
        assertEquals(Map.of(), problems(SystemEntry.full("Site", "Alfa0001", key), OFFICE));
    }

    @Test
    @Requirement({"ACC-24", "ACC-26", "ACC-34", "SYS-10"})
    void distributorEditsWhatNobodyElseMay() {
        CustomerId id = create(SystemEntry.full("Before", "Alfa0001", key));
        SystemEntry entry = new SystemEntry(
                "After", SystemType.FULL, "Alfa0002", Optional.of(key), Optional.of(109), Optional.of(110));
        EditSystem edit = new EditSystem(id, entry);
        for (Principal other : new Principal[] {
            new Principal.CustomerAdmin(id, 1), new Principal.WorkspaceAdmin(DistributorId.OPERATOR, 1, id)
        }) {
            denied(() -> bench.manager.as(other).organisations().editSystem(TestBench.id(), edit));
            denied(() ->
                    bench.manager.as(other).organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(id)));
        }

        distributor.organisations().editSystem(TestBench.id(), edit);
        distributor.organisations().editContact(TestBench.id(), new EditContact(id, Contact.ofEmail("b@example.org")));

        Customer after = distributor.organisations().customer(id);
        assertEquals("After", after.name());
        assertEquals(Optional.of("Alfa0002"), after.system().id());
        assertEquals(Optional.of(109), after.system().androidApp());
        assertEquals(Optional.of(110), after.system().iosApp());
        assertEquals("b@example.org", after.contact().email());
        distributor.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(id));
        assertEquals(
                Customer.Status.DELETED,
                distributor.organisations().customer(id).status());
    }

    @Test
    @Requirement({"ACC-12", "SYS-02"})
    void customerHasOneProjectForAllItsReadersAndNobodyElseHasIt() {
        CustomerId one = create(SystemEntry.full("One", "Alfa0001", key));
        CustomerId other = create(SystemEntry.full("Other", "Alfa0002", key));
        var project = bench.manager.sites().get(one).project();

        distributor
                .organisations()
                .editSystem(TestBench.id(), new EditSystem(one, SystemEntry.full("Renamed", "Alfa0003", key)));

        assertEquals(project, bench.manager.sites().get(one).project());
        assertNotEquals(project, bench.manager.sites().get(other).project());
    }

    @Test
    @Requirement({"ACC-16", "SYS-09", "CRD-18"})
    void demoWithCredentialsInForceDoesNotBecomeAFullSystem() {
        CustomerId demo = create(SystemEntry.demo("Demo"));
        long serial = bench.credential(demo).serial();
        EditSystem full = new EditSystem(demo, SystemEntry.full("Live", "Alfa0001", key));

        ManagerException refused = assertThrows(
                ManagerException.Refused.class,
                () -> distributor.organisations().editSystem(TestBench.id(), full));
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused.code());
        assertEquals(
                SystemType.DEMO,
                bench.manager.organisations().customer(demo).system().type());

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(demo, serial));
        distributor.organisations().editSystem(TestBench.id(), full);

        assertEquals(
                SystemType.FULL,
                bench.manager.organisations().customer(demo).system().type());
        assertEquals(new Buckets(0, 4), bench.credential(demo).balance());
    }

    private CustomerId create(SystemEntry system) {
        return distributor
                .organisations()
                .createCustomer(TestBench.id(), request(system, OFFICE))
                .site()
                .site()
                .customer();
    }

    private Map<Field, Problem> problems(SystemEntry system, Contact contact) {
        return distributor.organisations().previewCustomer(request(system, contact)).errors().stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::problem));
    }

    private static CreateCustomer request(SystemEntry system, Contact contact) {
        return new CreateCustomer(
                DistributorId.OPERATOR,
                new Foundation(Suite.X25519, Profiles.builtIn("imaporter")),
                system,
                contact,
                Optional.empty(),
                KeyEntry.proposal("Key"),
                0);
    }

    private static void denied(Executable command) {
        ManagerException refused = assertThrows(ManagerException.Refused.class, command);
        assertEquals(ErrorCode.PERMISSION_DENIED, refused.code());
    }
}
