package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ProjectCode;
import io.lintel.sdk.model.ProjectRedemption;
import io.lintel.sdk.store.ProjectCodeRecords;
import java.sql.SQLException;
import java.util.Optional;

/** Tables {@code project_code} and {@code project_redemption}. */
final class ProjectCodeTables implements ProjectCodeRecords {

    private final Sql sql;

    ProjectCodeTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(ProjectCode code, Bytes codeHash) {
        sql.changeOne(
                "INSERT INTO project_code (customer_id, number, command_id, code_hash, created_at, expires_at, uses,"
                        + " voided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                code.customer().value(),
                code.number(),
                code.command().value(),
                codeHash,
                code.created(),
                code.expires(),
                code.uses(),
                code.voided());
    }

    @Override
    public void update(ProjectCode code) {
        sql.changeOne(
                "UPDATE project_code SET uses = ?, voided_at = ? WHERE customer_id = ? AND number = ?",
                code.uses(),
                code.voided(),
                code.customer().value(),
                code.number());
    }

    @Override
    public Optional<ProjectCode> newest(CustomerId customer) {
        return sql.first(
                "SELECT * FROM project_code WHERE customer_id = ? ORDER BY number DESC LIMIT 1",
                ProjectCodeTables::code,
                customer.value());
    }

    @Override
    public Optional<ProjectCode> findByCodeHash(Bytes codeHash) {
        return sql.first("SELECT * FROM project_code WHERE code_hash = ?", ProjectCodeTables::code, codeHash);
    }

    @Override
    public void addRedemption(ProjectRedemption redemption) {
        sql.changeOne(
                "INSERT INTO project_redemption (customer_id, holder_key, code, serial, redeemed_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                redemption.customer().value(),
                redemption.holderKey(),
                redemption.code(),
                redemption.serial(),
                redemption.at());
    }

    @Override
    public Optional<ProjectRedemption> redemption(CustomerId customer, Bytes holderKey) {
        return sql.first(
                "SELECT * FROM project_redemption WHERE customer_id = ? AND holder_key = ?",
                row -> new ProjectRedemption(
                        customer, holderKey, row.number("code"), row.number("serial"), row.instant("redeemed_at")),
                customer.value(),
                holderKey);
    }

    private static ProjectCode code(Row row) throws SQLException {
        return new ProjectCode(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                new CommandId(row.octets("command_id")),
                row.instant("created_at"),
                row.optionalInstant("expires_at"),
                row.number("uses"),
                row.optionalInstant("voided_at"));
    }
}
