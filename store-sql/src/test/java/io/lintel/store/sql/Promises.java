package io.lintel.store.sql;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.RowType;
import io.lintel.sdk.ledger.audit.LedgerVerifier;
import io.lintel.sdk.ledger.audit.Verification;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.IssuedCredential;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** What a {@link BusyManager} confirmed before it was killed, and the question whether it was kept. */
final class Promises {

    private final List<Long> issued = new ArrayList<>();
    private final List<Long> activated = new ArrayList<>();
    private final List<CommandId> moved = new ArrayList<>();

    /** Takes one line; a last one that the kill cut short promises nothing. */
    void hear(String line) {
        if (!line.endsWith(BusyManager.END)) {
            return;
        }
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "issued" -> issued.add(Long.valueOf(words[1]));
            case "activated" -> activated.add(Long.valueOf(words[1]));
            case "moved" -> moved.add(CommandId.parse(words[1]));
            default -> throw new IllegalStateException("the manager said: " + line);
        }
    }

    int count() {
        return issued.size() + activated.size() + moved.size();
    }

    /** Everything that was confirmed is there, nothing is there by half, and the ledger verifies. */
    void assertKept(Manager manager, CustomerId customer) throws IOException {
        Map<Long, CredentialState> states = states(manager, customer);
        for (long serial : issued) {
            assertTrue(states.containsKey(serial), "credential " + serial + " was confirmed and is gone");
        }
        for (long serial : activated) {
            assertEquals(CredentialState.ACTIVE, states.get(serial), "credential " + serial + " was activated");
        }
        assertMoved(manager, customer);
        assertWhole(manager, customer, states);
        StringBuilder chain = new StringBuilder();
        manager.credits().reports().export(DistributorId.OPERATOR, chain);
        assertInstanceOf(
                Verification.Sound.class,
                new LedgerVerifier()
                        .verify(() -> new ByteArrayInputStream(chain.toString().getBytes(UTF_8))));
    }

    /** A command that was done is not done again. */
    private void assertMoved(Manager manager, CustomerId customer) {
        Buckets before = manager.credits().balance(customer);
        for (CommandId transfer : moved) {
            manager.credits().passOn(transfer, new PassOnCredit(customer, 1));
            assertEquals(
                    before, manager.credits().balance(customer), "transfer " + transfer + " was confirmed and is gone");
        }
    }

    private static void assertWhole(Manager manager, CustomerId customer, Map<Long, CredentialState> states) {
        List<BookRow> rows = all(after -> manager.credits().book(customer, after, 1000), BookRow::number);
        long charges =
                rows.stream().filter(row -> row.type() == RowType.PURCHASE).count();
        assertEquals(states.size(), charges, "one charge for each credential");
        Buckets sum = rows.stream().map(BookRow::change).reduce(Buckets.ZERO, Buckets::plus);
        assertEquals(sum, manager.credits().balance(customer));
        long serial = 0;
        for (long next : states.keySet()) {
            assertEquals(++serial, next, "serials without a gap");
        }
    }

    private static Map<Long, CredentialState> states(Manager manager, CustomerId customer) {
        Map<Long, CredentialState> states = new TreeMap<>();
        all(after -> manager.credentials().list(customer, after, 1000), IssuedCredential::serial)
                .forEach(credential -> states.put(credential.serial(), credential.state()));
        return states;
    }

    private static <T> List<T> all(LongFunction<List<T>> pages, ToLongFunction<T> number) {
        List<T> all = new ArrayList<>();
        List<T> page = pages.apply(0);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = pages.apply(number.applyAsLong(page.get(page.size() - 1)));
        }
        return all;
    }
}
