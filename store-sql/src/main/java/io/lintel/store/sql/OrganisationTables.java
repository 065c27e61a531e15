package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.OrganisationRecords;
import java.time.Instant;

/** Tables {@code distributor} and {@code customer}. */
final class OrganisationTables implements OrganisationRecords {

    private final Sql sql;

    OrganisationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void addDistributor(DistributorId id, String name, Instant created) {
        sql.changeOne(
                "INSERT INTO distributor (distributor_id, name, created_at) VALUES (?, ?, ?)",
                id.value(),
                name,
                created);
    }

    @Override
    public boolean hasDistributor(DistributorId id) {
        return sql.first(
                        "SELECT distributor_id FROM distributor WHERE distributor_id = ?",
                        row -> row.text("distributor_id"),
                        id.value())
                .isPresent();
    }

    @Override
    public void addCustomer(CustomerId id, DistributorId distributor, String name, Instant created) {
        sql.changeOne(
                "INSERT INTO customer (customer_id, distributor_id, name, created_at) VALUES (?, ?, ?, ?)",
                id.value(),
                distributor.value(),
                name,
                created);
    }
}
