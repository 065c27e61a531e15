package io.lintel.store.sql;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reads single transfers, and what became of charges. */
final class ChargeQueries {

    /** The causes that make a charge; the rest of the causes with a serial follow one up. */
    private static final String CHARGES = "('KEY_ISSUE', 'KEY_RESTORE', 'KEY_RESERVE')";

    private final Sql sql;
    private final Expected expected;

    ChargeQueries(Sql sql, Expected expected) {
        this.sql = sql;
        this.expected = expected;
    }

    /** The transfer that was posted under an id. */
    Optional<PostedTransfer> posted(TransferId id) {
        expected.askForTransfers(sql, id);
        return sql.find(
                fact(id),
                "SELECT * FROM transfer WHERE transfer_id = ?",
                row -> new PostedTransfer(id, row.octets("digest"), postings(row)),
                id.value());
    }

    /** What every transfer that is added tells. */
    static Fact<PostedTransfer> fact(TransferId id) {
        return Fact.of(PostedTransfer.class, "transfer", id);
    }

    /** The charge that a transfer made. */
    Optional<Charge> charge(TransferId id) {
        return sql.first(
                "SELECT * FROM transfer WHERE transfer_id = ? AND cause IN " + CHARGES, this::charge, id.value());
    }

    /** The newest charge for a credential. */
    Optional<Charge> newest(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM transfer WHERE customer_id = ? AND serial = ? AND cause IN " + CHARGES
                        + " ORDER BY number DESC LIMIT 1",
                this::charge,
                customer.value(),
                serial);
    }

    private Charge charge(Row row) throws SQLException {
        TransferId id = new TransferId(row.octets("transfer_id"));
        long trial = postings(row).stream()
                .filter(posting -> posting.from().kind() == Account.Kind.TRIAL)
                .mapToLong(Posting::credits)
                .sum();
        return new Charge(
                id,
                new DistributorId(row.text("distributor_id")),
                new CustomerId(row.text("customer_id")),
                new ChargedKey(row.number("serial"), row.number("access_number")),
                new Buckets(row.number("credits") - trial, trial),
                stage(id, row.constant(Cause.class, "cause")));
    }

    /** Rows never change, so the stage is what has been added since. */
    private Stage stage(TransferId charge, Cause made) {
        List<Cause> since = sql.list(
                "SELECT cause FROM transfer WHERE charge_id = ?",
                row -> row.constant(Cause.class, "cause"),
                charge.value());
        if (since.contains(Cause.KEY_RELEASE)) {
            return Stage.RELEASED;
        }
        if (since.contains(Cause.KEY_RETURN)) {
            return Stage.RETURNED;
        }
        if (since.contains(Cause.KEY_FORFEIT)) {
            return Stage.FORFEITED;
        }
        return made == Cause.KEY_RESERVE && !since.contains(Cause.KEY_SETTLE) ? Stage.RESERVED : Stage.SETTLED;
    }

    private List<Posting> postings(Row transfer) throws SQLException {
        return sql.list(
                "SELECT * FROM posting WHERE distributor_id = ? AND transfer_number = ? ORDER BY position",
                ChargeQueries::posting,
                transfer.text("distributor_id"),
                transfer.number("number"));
    }

    static Posting posting(Row row) throws SQLException {
        return new Posting(
                account(row, "from_kind", "from_owner"), account(row, "to_kind", "to_owner"), row.number("credits"));
    }

    private static Account account(Row row, String kind, String owner) throws SQLException {
        return new Account(row.constant(Account.Kind.class, kind), row.text(owner));
    }
}
