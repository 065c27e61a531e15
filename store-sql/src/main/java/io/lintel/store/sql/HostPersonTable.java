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

    /** How many keys one statement asks for; it is repeated to fill up, so that the statement is always the same. */
    private static final int KEYS = 50;

    private static final String ASK = "SELECT p.*, h.person AS host_person, h.access_number, h.sync_id FROM person p ";
    private static final String JOIN = "JOIN host_person h ON h.customer_id = p.customer_id AND h.person = p.number ";
    private static final String HERE = "WHERE p.customer_id = ? AND p.removed_at IS NULL AND ";

    private static final String BY_SYNC_ID = ASK + JOIN + HERE + "h.sync_id IN (" + repeat("?") + ")";
    private static final String BY_EMAIL = ASK + "LEFT " + JOIN + HERE + "lower(p.email) IN (" + repeat("lower(?)") + ")";

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
        return byKeys(BY_EMAIL, customer, addresses);
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
        return sql.list(
                ASK + JOIN + HERE + "h.person > ? ORDER BY h.person LIMIT ?",
                HostPersonTable::known,
                customer.value(),
                after,
                limit);
    }

    private List<KnownPerson> byKeys(String question, CustomerId customer, Collection<String> keys) {
        List<KnownPerson> found = new ArrayList<>();
        List<String> all = List.copyOf(keys);
        for (int begin = 0; begin < all.size(); begin += KEYS) {
            List<Object> parameters = new ArrayList<>();
            parameters.add(customer.value());
            for (int i = begin; i < begin + KEYS; i++) {
                parameters.add(all.get(Math.min(i, all.size() - 1)));
            }
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

    private static String repeat(String placeholder) {
        return String.join(", ", Collections.nCopies(KEYS, placeholder));
    }
}
