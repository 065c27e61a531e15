package io.lintel.store.sql;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.store.LoginRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code admin_login}. */
final class LoginTables implements LoginRecords {

    private static final String OF_OWNER = " WHERE owner_kind = ? AND owner = ?";
    private static final String OF_LOGIN = OF_OWNER + " AND number = ?";
    private static final String OF_ACTIVE_LOGIN = OF_LOGIN + " AND deleted_at IS NULL";

    private final Sql sql;

    LoginTables(Sql sql) {
        this.sql = sql;
    }

    private enum Kind {
        OPERATOR,
        DISTRIBUTOR,
        CUSTOMER
    }

    @Override
    public void add(AdminLogin login, PasswordHash password) {
        sql.changeOne(
                "INSERT INTO admin_login (owner_kind, owner, number, customer_id, email, active_email, password,"
                        + " created_at, password_set_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                kind(login.owner()),
                owner(login.owner()),
                login.number(),
                login.owner().partition().value(),
                login.email().text(),
                login.email().canonical(),
                password.encoded(),
                login.created(),
                login.passwordSet(),
                login.deleted());
    }

    @Override
    public long nextNumber(LoginOwner owner) {
        return sql.first(
                        "SELECT COALESCE(MAX(number), 0) + 1 AS next FROM admin_login" + OF_OWNER,
                        row -> row.number("next"),
                        kind(owner),
                        owner(owner))
                .orElseThrow();
    }

    @Override
    public Optional<AdminLogin> find(LoginOwner owner, long number) {
        return sql.first("SELECT * FROM admin_login" + OF_LOGIN, LoginTables::login, kind(owner), owner(owner), number);
    }

    @Override
    public Optional<AdminLogin> findActive(EmailAddress email) {
        return sql.first("SELECT * FROM admin_login WHERE active_email = ?", LoginTables::login, email.canonical());
    }

    @Override
    public List<AdminLogin> list(LoginOwner owner, long after, int limit) {
        return sql.list(
                "SELECT * FROM admin_login" + OF_OWNER + " AND number > ? ORDER BY number LIMIT ?",
                LoginTables::login,
                kind(owner),
                owner(owner),
                after,
                limit);
    }

    @Override
    public Optional<PasswordHash> password(LoginOwner owner, long number) {
        return sql.first(
                "SELECT password FROM admin_login" + OF_ACTIVE_LOGIN,
                row -> PasswordHash.parse(row.text("password")),
                kind(owner),
                owner(owner),
                number);
    }

    @Override
    public void setPassword(LoginOwner owner, long number, PasswordHash password, Instant at) {
        sql.changeOne(
                "UPDATE admin_login SET password = ?, password_set_at = ?" + OF_ACTIVE_LOGIN,
                password.encoded(),
                at,
                kind(owner),
                owner(owner),
                number);
    }

    @Override
    public void rehash(LoginOwner owner, long number, PasswordHash password) {
        sql.changeOne(
                "UPDATE admin_login SET password = ?" + OF_ACTIVE_LOGIN,
                password.encoded(),
                kind(owner),
                owner(owner),
                number);
    }

    @Override
    public void delete(LoginOwner owner, long number, Instant at) {
        sql.changeOne(
                "UPDATE admin_login SET deleted_at = ?, active_email = NULL, password = NULL" + OF_ACTIVE_LOGIN,
                at,
                kind(owner),
                owner(owner),
                number);
    }

    private static Kind kind(LoginOwner owner) {
        if (owner instanceof LoginOwner.OfCustomer) {
            return Kind.CUSTOMER;
        }
        return owner instanceof LoginOwner.OfDistributor ? Kind.DISTRIBUTOR : Kind.OPERATOR;
    }

    private static String owner(LoginOwner owner) {
        if (owner instanceof LoginOwner.OfCustomer of) {
            return of.customer().value();
        }
        return owner instanceof LoginOwner.OfDistributor of ? of.distributor().value() : CustomerId.OPERATOR.value();
    }

    private static AdminLogin login(Row row) throws SQLException {
        String owner = row.text("owner");
        return new AdminLogin(
                switch (row.constant(Kind.class, "owner_kind")) {
                    case OPERATOR -> LoginOwner.operator();
                    case DISTRIBUTOR -> LoginOwner.of(new DistributorId(owner));
                    case CUSTOMER -> LoginOwner.of(new CustomerId(owner));
                },
                row.number("number"),
                EmailAddress.of(row.text("email")),
                row.instant("created_at"),
                row.instant("password_set_at"),
                row.optionalInstant("deleted_at"));
    }
}
