package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.DoorUnlocking;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.UnlockDoor;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class RemoteUnlockTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    RemoteUnlockTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void doorIsAskedToOpenByAnEventThatIsSoonTooLate() {
        int reader = reader(customer, Set.of(1));

        DoorUnlocking unlocking = unlock(bench.manager, reader);

        assertEquals(TestBench.START.plusSeconds(10), unlocking.executeBy());
        List<Event> events = bench.manager.events().after(customer, 0, 100);
        Event newest = events.get(events.size() - 1);
        assertEquals(Change.Kind.DOOR_UNLOCK_REQUESTED, newest.kind());
        assertEquals(Integer.toString(reader), newest.subject());
    }

    @Test
    @Requirement({"RUL-01", "RUL-02", "RUL-04"})
    void coolDownErrorCarriesTheTimeToWaitAndTheRemedy() {
        int reader = reader(customer, Set.of(1));
        DoorUnlocking first = unlock(bench.manager, reader);
        bench.clock.set(TestBench.START.plusSeconds(4));

        ManagerException refused = assertThrows(ManagerException.class, () -> unlock(bench.manager, reader));

        assertEquals(ErrorCode.COOLING_DOWN, refused.code());
        assertEquals(Optional.of(Duration.ofSeconds(6)), refused.retryAfter());
        assertTrue(String.valueOf(refused.getMessage()).contains("Bluetooth"), refused.getMessage());
        bench.clock.set(first.nextFrom());
        unlock(bench.manager, reader);
    }

    @Test
    @Requirement("RUL-04")
    void coolDownIsAValueOfTheProfile() {
        String text = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));
        Profile slow = Profiles.parse(text.replace("\"coolDown\" : \"PT10S\"", "\"coolDown\" : \"PT2M\""));
        customer = bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite("Town hall", Suite.X25519, slow, DistributorId.OPERATOR))
                .site()
                .customer();
        int reader = reader(customer, Set.of(1));
        unlock(bench.manager, reader);
        bench.clock.set(TestBench.START.plusSeconds(119));

        ManagerException refused = assertThrows(ManagerException.class, () -> unlock(bench.manager, reader));
        assertEquals(Optional.of(Duration.ofSeconds(1)), refused.retryAfter());
        bench.clock.set(TestBench.START.plusSeconds(120));
        unlock(bench.manager, reader);
    }

    @Test
    void repeatedCommandIsNoSecondUnlockAndDoorsCoolDownApart() {
        int reader = reader(customer, Set.of(1));
        CommandId command = TestBench.id();
        UnlockDoor request = new UnlockDoor(customer, reader);
        DoorUnlocking first = bench.manager.readers().unlock(command, request);

        assertEquals(first, bench.manager.readers().unlock(command, request));
        unlock(bench.manager, reader(customer, Set.of(1)));
    }

    @Test
    void holderOpensFromAfarWhatTheCredentialOpensAndNothingElse() {
        int own = reader(customer, Set.of(1));
        int other = reader(customer, Set.of(2));
        CredentialIssued issued = bench.credential(customer);
        Manager holder = bench.manager.as(new Principal.EndUser(customer, issued.serial()));
        assertDenied(holder, own);

        bench.phone(Suite.X25519).redeem(bench.manager, issued.activation());

        unlock(holder, own);
        assertEquals("holder of credential " + issued.serial(), newestActor());
        assertDenied(holder, other);
    }

    @Test
    void siteWhoseProfileHasNoRemoteUnlockRefuses() {
        CustomerId without = bench.site(Suite.X25519, "imaporter").site().customer();
        int reader = reader(without, Set.of(1));

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.readers().unlock(TestBench.id(), new UnlockDoor(without, reader)));

        assertEquals(ErrorCode.NOT_OFFERED, refused.code());
    }

    private String newestActor() {
        List<RecordedChange> trail = bench.manager.events().audit(customer, 0, 100);
        return trail.get(trail.size() - 1).change().actor().name();
    }

    private void assertDenied(Manager holder, int reader) {
        ManagerException denied = assertThrows(ManagerException.class, () -> unlock(holder, reader));
        assertEquals(ErrorCode.PERMISSION_DENIED, denied.code());
    }

    private DoorUnlocking unlock(Manager manager, int reader) {
        return manager.readers().unlock(TestBench.id(), new UnlockDoor(customer, reader));
    }

    private int reader(CustomerId site, Set<Integer> groups) {
        EnrollReader request =
                new EnrollReader(site, "Door", groups, Technology.NONE, TestBench.readerRequest(Suite.X25519));
        return bench.manager.readers().enroll(TestBench.id(), request).reader();
    }
}
