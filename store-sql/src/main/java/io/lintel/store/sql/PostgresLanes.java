package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * A lane for each of a fixed number of groups of distributors, and one for work that keeps to none.
 *
 * <p>Within a process a lane is a queue, between processes it is a row of table {@code lane}, which a transaction locks
 * before it reads anything. Work that may touch anything locks all rows, in order, so nobody waits in a circle. At READ
 * COMMITTED every statement then sees what the lane's last holder committed; serializable transactions would see the state
 * from before they waited, and fail.
 */
final class PostgresLanes implements Lanes {

    static final String BEGIN_READING = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT number FROM lane";

    /** As many as table {@code lane} has rows: every manager has to sort distributors alike. */
    private static final int LANES = 16;

    private static final int MOST_KNOWN = 100_000;

    private final Pool readers;
    private final Lane whole;
    private final List<Lane> lanes;

    /** Which lane a customer's work takes. A customer keeps its distributor. */
    private final Map<CustomerId, Lane> known = new ConcurrentHashMap<>();

    PostgresLanes(Pool writers, Pool readers, int maxBatch, SqlStore.Failures failures) {
        this.readers = readers;
        whole = new Lane(maxBatch, new Batch(writers, BEGIN + " ORDER BY number FOR UPDATE", failures)::run);
        lanes = IntStream.range(0, LANES)
                .mapToObj(number -> BEGIN + " WHERE number = " + number + " FOR UPDATE")
                .map(begin -> new Lane(maxBatch, new Batch(writers, begin, failures)::run))
                .toList();
    }

    @Override
    public Lane whole() {
        return whole;
    }

    @Override
    public Lane of(CustomerId partition) {
        if (partition.equals(CustomerId.OPERATOR)) {
            return whole;
        }
        Lane lane = known.get(partition);
        return lane == null ? find(partition).orElse(whole) : lane;
    }

    private Optional<Lane> find(CustomerId customer) {
        Optional<Lane> lane =
                distributor(customer).map(distributor -> lanes.get(Math.floorMod(distributor.hashCode(), LANES)));
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        lane.ifPresent(found -> known.put(customer, found));
        return lane;
    }

    /** Where this cannot be told, the work takes all lanes, and meets there what is wrong. */
    private Optional<String> distributor(CustomerId customer) {
        try {
            Connection connection = readers.take();
            try {
                return Sql.reading(connection, readers.statements(connection))
                        .first(
                                "SELECT distributor_id FROM customer WHERE customer_id = ?",
                                row -> row.text("distributor_id"),
                                customer.value());
            } finally {
                readers.giveBack(connection);
            }
        } catch (SQLException | SqlFailure e) {
            return Optional.empty();
        }
    }
}
