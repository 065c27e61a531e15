package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.SiteRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tables {@code site} and {@code issuing_key}. */
final class SiteTables implements SiteRecords {

    private static final String SELECT =
            "SELECT s.customer_id, c.distributor_id, c.name, s.project_id, s.suite, s.profile_name, s.profile_version,"
                    + " s.key_epoch, s.created_at FROM site s JOIN customer c ON c.customer_id = s.customer_id";

    private final Sql sql;

    SiteTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Site site, Foundation foundation) {
        sql.changeOne(
                "INSERT INTO site (customer_id, project_id, suite, profile_name, profile_version, profile, key_epoch,"
                        + " root, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                site.customer().value(),
                site.project().value(),
                site.suite().id(),
                site.profileName(),
                site.profileVersion(),
                foundation.profile(),
                site.keyEpoch(),
                foundation.root(),
                site.created());
        int position = 0;
        for (Bytes statement : foundation.issuingKeys()) {
            sql.changeOne(
                    "INSERT INTO issuing_key (customer_id, position, statement) VALUES (?, ?, ?)",
                    site.customer().value(),
                    position++,
                    statement);
        }
    }

    @Override
    public Optional<Site> find(CustomerId customer) {
        return sql.recall(
                new Fact<>(Site.class, List.of("site", "customer"), List.of(customer)),
                () -> sql.first(SELECT + " WHERE s.customer_id = ?", SiteTables::site, customer.value()));
    }

    @Override
    public Optional<Site> findByProject(ProjectId project) {
        return sql.first(SELECT + " WHERE s.project_id = ?", SiteTables::site, project.value());
    }

    @Override
    public Foundation foundation(CustomerId customer) {
        return sql.recall(
                        new Fact<>(Foundation.class, List.of("site", "issuing_key"), List.of(customer)),
                        () -> findFoundation(customer))
                .orElseThrow(() -> new IllegalStateException("there is no site " + customer));
    }

    private Optional<Foundation> findFoundation(CustomerId customer) {
        List<Bytes> issuingKeys = sql.list(
                "SELECT statement FROM issuing_key WHERE customer_id = ? ORDER BY position",
                row -> row.octets("statement"),
                customer.value());
        return sql.first(
                "SELECT root, profile FROM site WHERE customer_id = ?",
                row -> new Foundation(row.octets("root"), issuingKeys, row.text("profile")),
                customer.value());
    }

    @Override
    public List<Site> list() {
        return sql.list(SELECT + " ORDER BY s.created_at, s.customer_id", SiteTables::site);
    }

    private static Site site(Row row) throws SQLException {
        return new Site(
                new CustomerId(row.text("customer_id")),
                new DistributorId(row.text("distributor_id")),
                row.text("name"),
                new ProjectId(row.octets("project_id")),
                Suite.ofId(row.integer("suite")).orElseThrow(),
                row.text("profile_name"),
                row.integer("profile_version"),
                row.integer("key_epoch"),
                row.instant("created_at"));
    }
}
