package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.revocation.Proof;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.store.RevocationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Tables {@code signed_reach} and {@code revocation}. */
final class RevocationTables implements RevocationRecords {

    /** In column {@code proof} where nothing proves it: an index leads to these. */
    private static final String UNPROVEN = "NONE";

    private final Sql sql;

    RevocationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void signed(SignedReach reach) {
        SignedReach all = reach(reach.customer(), reach.serial())
                .map(before -> before.with(reach))
                .orElse(reach);
        sql.changeOne(
                "INSERT INTO signed_reach (customer_id, serial, lease_end, valid_until, reader_groups)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (customer_id, serial) DO UPDATE SET"
                        + " lease_end = excluded.lease_end, valid_until = excluded.valid_until,"
                        + " reader_groups = excluded.reader_groups",
                all.customer().value(),
                all.serial(),
                all.leaseEnd(),
                all.validUntil(),
                Row.join(all.groups()));
    }

    @Override
    public void signedAll(CustomerId customer, Optional<Instant> leaseEnd) {
        sql.change(
                "INSERT INTO signed_reach (customer_id, serial, lease_end, valid_until, reader_groups)"
                        + " SELECT c.customer_id, c.serial, CAST(? AS BIGINT), c.valid_until, c.reader_groups"
                        + " FROM credential c LEFT JOIN revocation r"
                        + " ON r.customer_id = c.customer_id AND r.serial = c.serial"
                        + " WHERE c.customer_id = ? AND r.serial IS NULL"
                        + " ON CONFLICT (customer_id, serial) DO UPDATE SET lease_end = CASE"
                        + " WHEN signed_reach.lease_end IS NULL OR excluded.lease_end IS NULL THEN NULL"
                        + " WHEN signed_reach.lease_end > excluded.lease_end THEN signed_reach.lease_end"
                        + " ELSE excluded.lease_end END",
                leaseEnd,
                customer.value());
    }

    @Override
    public Optional<SignedReach> reach(CustomerId customer, long serial) {
        return sql.first(
                "SELECT lease_end, valid_until, reader_groups FROM signed_reach WHERE customer_id = ? AND serial = ?",
                row -> reach(customer, serial, row),
                customer.value(),
                serial);
    }

    @Override
    public Map<Long, Set<Integer>> revokedGroups(CustomerId customer, long from) {
        Map<Long, Set<Integer>> groups = new HashMap<>();
        sql.list(
                "SELECT s.serial, s.reader_groups FROM revocation r JOIN signed_reach s"
                        + " ON s.customer_id = r.customer_id AND s.serial = r.serial"
                        + " WHERE r.customer_id = ? AND r.serial >= ?",
                row -> groups.put(row.number("serial"), row.numbers("reader_groups")),
                customer.value(),
                from);
        return groups;
    }

    @Override
    public void add(Revocation revocation) {
        if (find(revocation.customer(), revocation.serial()).isPresent()) {
            return;
        }
        sql.changeOne(
                "INSERT INTO revocation (customer_id, serial, epoch, revoked_at, phone_at, proof, proven_at, alarms)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                revocation.customer().value(),
                revocation.serial(),
                revocation.epoch(),
                revocation.at(),
                revocation.phone(),
                proof(revocation),
                revocation.proven().map(Revocation.Proven::at),
                alarms(revocation));
    }

    @Override
    public void update(Revocation revocation) {
        sql.changeOne(
                "UPDATE revocation SET phone_at = ?, proof = ?, proven_at = ?, alarms = ?"
                        + " WHERE customer_id = ? AND serial = ?",
                revocation.phone(),
                proof(revocation),
                revocation.proven().map(Revocation.Proven::at),
                alarms(revocation),
                revocation.customer().value(),
                revocation.serial());
    }

    @Override
    public Optional<Revocation> find(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM revocation WHERE customer_id = ? AND serial = ?",
                RevocationTables::revocation,
                customer.value(),
                serial);
    }

    @Override
    public Optional<SignedReach> longest(CustomerId customer, long afterEpoch, long upToEpoch) {
        return sql.first(
                "SELECT s.serial, s.lease_end, s.valid_until, s.reader_groups FROM revocation r JOIN signed_reach s"
                        + " ON s.customer_id = r.customer_id AND s.serial = r.serial"
                        + " WHERE r.customer_id = ? AND r.epoch > ? AND r.epoch <= ?"
                        + " ORDER BY CASE WHEN s.lease_end IS NULL THEN 1 ELSE 0 END DESC, s.lease_end DESC LIMIT 1",
                row -> reach(customer, row.number("serial"), row),
                customer.value(),
                afterEpoch,
                upToEpoch);
    }

    @Override
    public List<Revocation> unproven(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM revocation WHERE customer_id = ? AND proof = ? AND serial > ? ORDER BY serial LIMIT ?",
                RevocationTables::revocation,
                customer.value(),
                UNPROVEN,
                after,
                limit);
    }

    @Override
    public List<Revocation> unproven(CustomerId customer, long afterEpoch, long upToEpoch, long after, int limit) {
        return sql.list(
                "SELECT * FROM revocation WHERE customer_id = ? AND proof = ? AND epoch > ? AND epoch <= ?"
                        + " AND serial > ? ORDER BY serial LIMIT ?",
                RevocationTables::revocation,
                customer.value(),
                UNPROVEN,
                afterEpoch,
                upToEpoch,
                after,
                limit);
    }

    @Override
    public List<Revocation> proven(CustomerId customer, long afterEpoch, long after, int limit) {
        return sql.list(
                "SELECT * FROM revocation WHERE customer_id = ? AND proof <> ? AND epoch > ? AND serial > ?"
                        + " ORDER BY serial LIMIT ?",
                RevocationTables::revocation,
                customer.value(),
                UNPROVEN,
                afterEpoch,
                after,
                limit);
    }

    private static SignedReach reach(CustomerId customer, long serial, Row row) throws SQLException {
        return new SignedReach(
                customer,
                serial,
                row.optionalInstant("lease_end"),
                row.optionalInstant("valid_until"),
                row.numbers("reader_groups"));
    }

    private static String proof(Revocation revocation) {
        return revocation.proven().map(proven -> proven.by().name()).orElse(UNPROVEN);
    }

    private static String alarms(Revocation revocation) {
        return revocation.alarms().stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static Revocation revocation(Row row) throws SQLException {
        String proof = row.text("proof");
        return new Revocation(
                new CustomerId(row.text("customer_id")),
                row.number("serial"),
                row.number("epoch"),
                row.instant("revoked_at"),
                row.optionalInstant("phone_at"),
                proof.equals(UNPROVEN)
                        ? Optional.empty()
                        : Optional.of(new Revocation.Proven(Proof.valueOf(proof), row.instant("proven_at"))),
                alarms(row.text("alarms")));
    }

    private static Set<Alarm> alarms(String names) {
        EnumSet<Alarm> alarms = EnumSet.allOf(Alarm.class);
        alarms.removeIf(alarm -> !List.of(names.split(",")).contains(alarm.name()));
        return alarms;
    }
}
