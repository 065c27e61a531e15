package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.HostLink;
import io.lintel.sdk.model.KnownPerson;
import io.lintel.sdk.store.HostPersonRecords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Table {@code host_person}, beside table {@code person}. */
final class HostPersonTable implements HostPersonRecords {

    /** How many keys one statement asks for; empty ones fill it up, so that the statement is always the same. */
    private static final int KEYS = 50;

    private static final String COLUMNS = "SELECT p.*, h.person AS host_person, h.access_number, h.sync_id FROM ";
    private static final String PERSON = "JOIN person p ON p.customer_id = h.customer_id AND p.number = h.person ";

    /** As a table of its own, because SQLite would rather look at all people than for each of many values in an index. */
    private static final String WANTED = "WITH wanted (key) AS (VALUES "
            + String.join(", ", Collections.nCopies(KEYS, "(?)")) + ") " + COLUMNS + "wanted w ";

    /** The joins are crossed, which SQLite takes for their order: else it would look at all people of the customer. */
    private static final String BY_SYNC_ID = WANTED
            + "CROSS JOIN host_person h CROSS JOIN person p "
            + "WHERE h.customer_id = ? AND h.sync_id = w.key AND p.customer_id = h.customer_id AND p.number = h.person"
            + " AND p.removed_at IS NULL";

    /** The customer stands in an expression, because SQLite would look at all people of the customer instead. */
    private static final String BY_EMAIL = WANTED
            + "JOIN person p ON p.email_key = w.key "
            + "LEFT JOIN host_person h ON h.customer_id = p.customer_id AND h.person = p.number "
            + "WHERE p.customer_id || '' = ? AND p.removed_at IS NULL";

    private static final String LIST = COLUMNS + "host_person h " + PERSON
            + "WHERE h.customer_id = ? AND h.person > ? AND p.removed_at IS NULL ORDER BY h.person LIMIT ?";

    private final Sql sql;

    HostPersonTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<KnownPerson> bySyncId(CustomerId customer, Collection<String> syncIds) {
        return byKeys(BY_SYNC_ID, customer, syncIds);
    }

    @Override
    public List<KnownPerson> byEmail(CustomerId customer, Collection<String> addresses) {
        return byKeys(
                BY_EMAIL, customer, addresses.stream().map(PeopleTables::key).toList());
    }

    @Override
    public void add(CustomerId customer, long person, HostLink link) {
        sql.changeOne(
                "INSERT INTO host_person (customer_id, person, access_number, sync_id) VALUES (?, ?, ?, ?)",
                customer.value(),
                person,
                number(link),
                link.syncId());
    }

    @Override
    public void update(CustomerId customer, long person, HostLink link) {
        sql.changeOne(
                "UPDATE host_person SET access_number = ?, sync_id = ? WHERE customer_id = ? AND person = ?",
                number(link),
                link.syncId(),
                customer.value(),
                person);
    }

    @Override
    public void remove(CustomerId customer, long person) {
        sql.change("DELETE FROM host_person WHERE customer_id = ? AND person = ?", customer.value(), person);
    }

    @Override
    public List<KnownPerson> list(CustomerId customer, long after, int limit) {
        return sql.list(LIST, HostPersonTable::known, customer.value(), after, limit);
    }

    private List<KnownPerson> byKeys(String question, CustomerId customer, Collection<String> keys) {
        List<KnownPerson> found = new ArrayList<>();
        List<String> all = keys.stream().distinct().toList();
        for (int begin = 0; begin < all.size(); begin += KEYS) {
            List<Object> parameters = new ArrayList<>(all.subList(begin, Math.min(begin + KEYS, all.size())));
            while (parameters.size() < KEYS) {
                parameters.add("");
            }
            parameters.add(customer.value());
            found.addAll(sql.list(question, HostPersonTable::known, parameters.toArray()));
        }
        return found;
    }

    private static KnownPerson known(Row row) throws SQLException {
        boolean linked = row.optionalNumber("host_person").isPresent();
        OptionalLong number =
                row.optionalNumber("access_number").map(OptionalLong::of).orElse(OptionalLong.empty());
        return new KnownPerson(
                PeopleTables.person(row),
                linked ? Optional.of(new HostLink(number, row.optionalText("sync_id"))) : Optional.empty());
    }

    private static Optional<Long> number(HostLink link) {
        OptionalLong number = link.accessNumber();
        return number.isPresent() ? Optional.of(number.getAsLong()) : Optional.empty();
    }
}
