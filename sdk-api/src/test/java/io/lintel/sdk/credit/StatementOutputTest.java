package io.lintel.sdk.credit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.RowStatus;
import io.lintel.sdk.ledger.RowType;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementOutputTest {

    private static final Instant FROM = Instant.parse("2021-02-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2021-03-01T00:00:00Z");
    private static final BookId BOOK = new BookId(Book.DISTRIBUTOR, "00000000000000d1");

    @Test
    @Requirement("CRD-21")
    void csvHasBothBalancesAndTheRowsBetween() throws IOException {
        assertEquals(
                "record,number,date and time,type,amount,description,status,cause,bucket,paid change,trial change,paid,"
                        + "trial,transfer\r\n"
                        + "opening,,2021-02-01T00:00:00Z,,,,,,,,,100,0,\r\n"
                        + "row,2,2021-02-08T13:11:00Z,Transfer,-5.0,\"Credit transferred to \"\"B\"\", s.r.o.\",Paid,TRANSFER,"
                        + "PAID,-5,0,95,0,00000000000000000000000000000001\r\n"
                        + "closing,,2021-03-01T00:00:00Z,,,,,,,,,95,0,\r\n",
                written(StatementFormat.CSV, row("Credit transferred to \"B\", s.r.o.")));
    }

    @Test
    void spreadsheetRunsNothingOfIt() throws IOException {
        for (String formula : List.of("=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx")) {
            String csv = written(StatementFormat.CSV, row(formula));

            assertTrue(csv.contains("'" + formula), csv);
        }
    }

    @Test
    void jsonHasTheSame() throws IOException {
        JsonNode json = new ObjectMapper().readTree(written(StatementFormat.JSON, row("Credit transferred to B")));

        assertEquals("distributor", json.path("book").asText());
        assertEquals(100, json.path("opening").path("paid").asInt());
        assertEquals(95, json.path("closing").path("paid").asInt());
        JsonNode row = json.path("rows").path(0);
        assertEquals(-5, row.path("amount").asInt());
        assertEquals("Transfer", row.path("type").asText());
        assertEquals("paid", row.path("bucket").asText());
        assertEquals(95, row.path("after").path("paid").asInt());
        assertTrue(row.path("affectsBalance").asBoolean());
        assertEquals(1, json.path("rows").size());
    }

    @Test
    void periodWithoutRowsHasItsBalances() throws IOException {
        StringBuilder out = new StringBuilder();
        StatementOutput.write(statement(), StatementFormat.JSON, after -> List.of(), out);

        assertEquals(0, new ObjectMapper().readTree(out.toString()).path("rows").size());
    }

    private static String written(StatementFormat format, BookRow row) throws IOException {
        StringBuilder out = new StringBuilder();
        StatementOutput.write(statement(), format, after -> after < row.number() ? List.of(row) : List.of(), out);
        return out.toString();
    }

    private static Statement statement() {
        return new Statement(BOOK, FROM, UNTIL, new Buckets(100, 0), new Buckets(95, 0), 1);
    }

    private static BookRow row(String description) {
        return new BookRow(
                BOOK.book(),
                BOOK.owner(),
                2,
                Instant.parse("2021-02-08T13:11:00Z"),
                new TransferId(Bytes.ofHex("00".repeat(15) + "01")),
                RowType.TRANSFER,
                -5,
                description,
                RowStatus.PAID,
                Cause.TRANSFER,
                new Buckets(-5, 0),
                new Buckets(95, 0));
    }
}
