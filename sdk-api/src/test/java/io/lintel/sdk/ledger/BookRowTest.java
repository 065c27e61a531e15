package io.lintel.sdk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Requirement;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BookRowTest {

    @Test
    @Requirement("CRD-21")
    void amountHasASignOnlyBelowZeroAndOneDecimal() {
        assertEquals("100.0", row(100, Buckets.ZERO).amountText());
        assertEquals("-5.0", row(-5, Buckets.ZERO).amountText());
    }

    @Test
    @Requirement("CRD-32")
    void bucketFollowsFromWhatTheRowChanges() {
        assertEquals(Bucket.NONE, row(-5, Buckets.ZERO).bucket());
        assertEquals(Bucket.PAID, row(-5, new Buckets(-5, 0)).bucket());
        assertEquals(Bucket.TRIAL, row(-5, new Buckets(0, -5)).bucket());
        assertEquals(Bucket.BOTH, row(-5, new Buckets(-3, -2)).bucket());
        assertFalse(row(-5, Buckets.ZERO).affectsBalance());
        assertTrue(row(-5, new Buckets(0, -5)).affectsBalance());
    }

    private static BookRow row(long amount, Buckets change) {
        return new BookRow(
                Book.CUSTOMER,
                "00000000000000c1",
                1,
                Instant.EPOCH,
                new TransferId(Bytes.ofHex("00".repeat(16))),
                RowType.PURCHASE,
                amount,
                "",
                RowStatus.PAID,
                Cause.KEY_ISSUE,
                change,
                Buckets.ZERO);
    }
}
