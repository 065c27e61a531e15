package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader signs about itself ({@code spec/revocation.md}, "Receipts"). */
class ReceiptsTest {
    private final TestSite site = TestSite.of(Suite.X25519, 62);
    private final ReaderDraft door = site.reader().revision(4).withoutList();

    @Test
    @Spec("LIST-4-5")
    void aReceiptNamesTheListTheConfigurationAndTheClock() {
        Reader reader = door.start();
        reader.install(site.list(7).bytes(), TestSite.NOW);

        Signed<Receipt> receipt = receipt(reader, TestSite.NOW);

        assertEquals(
                new Receipt(
                        site.project(),
                        door.certificate().value().keyFingerprint(),
                        Optional.of(Receipt.ListInForce.of(site.list(7))),
                        4,
                        Optional.of(TestSite.NOW),
                        1),
                receipt.value());
        assertEquals(receipt, site.trust().verifyReceipt(door.certificate().value(), receipt.bytes()));
    }

    @Test
    void aReaderBeforeItsFirstListSaysSo() {
        assertEquals(
                Optional.empty(), receipt(door.start(), TestSite.NOW).value().list());
    }

    @Test
    @Spec("LIST-4-6")
    void theSameReceiptComesAgainUntilThereIsSomethingToSay() {
        Reader reader = door.start();
        Signed<Receipt> first = receipt(reader, TestSite.NOW);
        Instant lastMoment = TestSite.NOW.plus(Receipts.MAX_AGE).minusMillis(1);

        assertSame(first, receipt(reader, lastMoment));
        Signed<Receipt> older = receipt(reader, TestSite.NOW.plus(Receipts.MAX_AGE));
        assertEquals(2, older.value().number());
        reader.install(site.list(1).bytes(), TestSite.NOW);
        assertEquals(3, receipt(reader, lastMoment).value().number());
    }

    @Test
    @Spec({"LIST-4-2", "LIST-5-14"})
    void aNumberIsNeverUsedAgain() {
        long last = 0;
        for (int start = 0; start < 3; start++) {
            Reader reader = door.start();
            for (int i = 0; i < 2 * Notebook.RECEIPTS_RESERVED; i++) {
                long number = receipt(reader, TestSite.NOW.plus(Duration.ofHours(i)))
                        .value()
                        .number();
                assertTrue(number > last);
                last = number;
            }
        }
    }

    private static Signed<Receipt> receipt(Reader reader, Instant now) {
        return reader.receipt(now).orElseThrow();
    }
}
