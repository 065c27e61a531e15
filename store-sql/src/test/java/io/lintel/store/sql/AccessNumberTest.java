package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Suite;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class AccessNumberTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    AccessNumberTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site(Suite.X25519, "imaporter").site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"CFG-02", "CFG-08"})
    void numbersBeginWithThePrefixSoThatCardsKeepTheirOwn() {
        prefix("99");
        assertEquals(List.of(991L, 992L), List.of(number(), number()));

        prefix("555");
        assertEquals(5553, number());
        assertEquals(991, bench.manager.credentials().get(customer, 1).accessNumber(), "what was given stays");
    }

    @Test
    @Requirement("CFG-02")
    void numberThatSomebodyNamedIsPassedOver() {
        prefix("99");
        IssueCredential plain = IssueCredential.of(customer, bench.person(customer), "Phone");
        bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                plain.person(),
                                plain.deviceName(),
                                OptionalLong.of(991),
                                Optional.empty(),
                                Optional.empty(),
                                plain.groups(),
                                plain.technology()));

        assertEquals(992, number());
    }

    @Test
    @Requirement("DEV-10")
    void seventeenthKeyHasTheSeventeenthNumber() {
        var credits = bench.manager.credits();
        credits.add(TestBench.id(), new AddCredit(customer, 12));

        List<Long> numbers = IntStream.range(0, 17).mapToObj(i -> number()).toList();

        assertEquals(17, numbers.get(16));
        assertEquals(17, Set.copyOf(numbers).size());
    }

    private long number() {
        return bench.credential(customer).accessNumber();
    }

    private void prefix(String digits) {
        KeyEntry keys = new KeyEntry("Key", digits, Optional.empty(), Set.of());
        bench.manager.organisations().editKeySettings(TestBench.id(), new EditKeySettings(customer, keys));
    }
}
