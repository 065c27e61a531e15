package io.lintel.store.sql;

import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferTerms;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whole chain entries, with three statements however many they are. */
final class ChainQueries {

    private final Sql sql;

    ChainQueries(Sql sql) {
        this.sql = sql;
    }

    List<ChainEntry> entries(DistributorId distributor, long after, int limit) {
        long through = Math.addExact(after, limit);
        Map<Long, List<Posting>> postings = new HashMap<>();
        sql.list(
                "SELECT * FROM posting WHERE distributor_id = ? AND transfer_number > ? AND transfer_number <= ?"
                        + " ORDER BY transfer_number, position",
                row -> of(postings, row.number("transfer_number")).add(ChargeQueries.posting(row)),
                distributor.value(),
                after,
                through);
        Map<Long, List<BookRow>> rows = new HashMap<>();
        sql.list(
                "SELECT b.*, t.transfer_id, t.cause FROM book_row b JOIN transfer t"
                        + " ON t.distributor_id = b.distributor_id AND t.number = b.transfer_number"
                        + " WHERE b.distributor_id = ? AND b.transfer_number > ? AND b.transfer_number <= ?"
                        + " ORDER BY b.transfer_number, b.book DESC",
                row -> of(rows, row.number("transfer_number")).add(BookQueries.row(row)),
                distributor.value(),
                after,
                through);
        return sql.list(
                "SELECT * FROM transfer WHERE distributor_id = ? AND number > ? AND number <= ? ORDER BY number",
                row -> new ChainEntry(
                        row.number("number"),
                        row.octets("previous"),
                        row.instant("posted_at"),
                        terms(row),
                        of(postings, row.number("number")),
                        of(rows, row.number("number"))),
                distributor.value(),
                after,
                through);
    }

    private static <T> List<T> of(Map<Long, List<T>> lists, long number) {
        return lists.computeIfAbsent(number, unused -> new ArrayList<>());
    }

    private static TransferTerms terms(Row row) throws SQLException {
        CustomerId customer = new CustomerId(row.text("customer_id"));
        Optional<Long> serial = row.optionalNumber("serial");
        long accessNumber = row.number("access_number");
        return new TransferTerms(
                new TransferId(row.octets("transfer_id")),
                row.constant(Cause.class, "cause"),
                new DistributorId(row.text("distributor_id")),
                customer.equals(CustomerId.OPERATOR) ? Optional.empty() : Optional.of(customer),
                row.number("credits"),
                row.optionalConstant(ConsumptionOrder.class, "consumption_order"),
                serial.map(number -> new ChargedKey(number, accessNumber)),
                row.optionalOctets("charge_id").map(TransferId::new));
    }
}
