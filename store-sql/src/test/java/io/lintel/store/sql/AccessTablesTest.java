package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.access.AccessRecord.Holder;
import io.lintel.sdk.access.EventProgress;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.Counters.Counter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class AccessTablesTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    AccessTablesTest(Database database) {
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
    void recordsAreReadAsTheyWereAddedByPersonByCredentialAndAll() {
        AccessRecord first = add(Optional.of(new Holder(7, 3)), Optional.empty());
        AccessRecord second = add(Optional.of(new Holder(8, 3)), Optional.of(DenialReason.REVOKED));
        AccessRecord third = add(Optional.empty(), Optional.empty());
        AccessRecord fourth = add(Optional.of(new Holder(9, 0)), Optional.empty());

        bench.store.read(unit -> {
            assertEquals(List.of(first, second), unit.accesses().ofPerson(customer, 3, 0, 10));
            assertEquals(List.of(second), unit.accesses().ofPerson(customer, 3, first.number(), 10));
            assertEquals(List.of(first), unit.accesses().ofPerson(customer, 3, 0, 1));
            assertEquals(List.of(second), unit.accesses().ofCredential(customer, 8, 0, 10));
            assertEquals(List.of(first, second, third, fourth), unit.accesses().list(customer, 0, 10));
            assertEquals(List.of(third), unit.accesses().list(customer, second.number(), 1));
            return true;
        });
    }

    @Test
    void whatIsPurgedIsGoneAndTheRestStays() {
        add(Optional.of(new Holder(7, 3)), Optional.empty());
        add(Optional.of(new Holder(8, 3)), Optional.empty());
        AccessRecord others = add(Optional.of(new Holder(9, 4)), Optional.empty());

        bench.store.write(unit -> {
            unit.accesses().purgeCredential(customer, 7);
            return true;
        });
        assertEquals(
                1,
                bench.store.<Integer>read(
                        unit -> unit.accesses().ofPerson(customer, 3, 0, 10).size()));
        bench.store.write(unit -> {
            unit.accesses().purgePerson(customer, 3);
            return true;
        });
        assertEquals(List.of(others), bench.store.read(unit -> unit.accesses().list(customer, 0, 10)));
    }

    @Test
    void progressIsKeptForEachReaderKeyAndSeries() {
        Bytes key = Bytes.of(1);
        Bytes series = Bytes.of(2);
        EventProgress later = new EventProgress(customer, key, series, 9, 2);
        bench.store.write(unit -> {
            unit.accesses().put(new EventProgress(customer, key, series, 5, 0));
            unit.accesses().put(later);
            return true;
        });

        bench.store.read(unit -> {
            assertEquals(Optional.of(later), unit.accesses().progress(customer, key, series));
            assertEquals(Optional.empty(), unit.accesses().progress(customer, key, key));
            assertEquals(Optional.empty(), unit.accesses().progress(customer, series, series));
            return true;
        });
    }

    private AccessRecord add(Optional<Holder> holder, Optional<DenialReason> denial) {
        return bench.store.write(unit -> {
            AccessRecord access = new AccessRecord(
                    customer,
                    unit.counters().next(customer, Counter.ACCESS_EVENT),
                    2,
                    holder,
                    TestBench.START.minusSeconds(5),
                    TestBench.START,
                    denial,
                    TapPath.COLD,
                    Transport.BLE_GATT,
                    Trigger.LIST);
            unit.accesses().add(access);
            return access;
        });
    }
}
