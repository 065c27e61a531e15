package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The storage of a hostile courier: what it carries is what it should be, or an earlier bag, or altered in one octet. So it
 * offers stale and forged heads, brings deltas that give something else, and shows the manager old and forged receipts.
 */
final class TamperedStorage extends MemoryWalletStore {
    private static final int MOST_BAGS = 16;
    private static final double STALE = 0.3;
    private static final double ALTERED = 0.3;

    private final Chance chance;
    private final List<Bytes> earlier = new ArrayList<>();

    TamperedStorage(Chance chance) {
        this.chance = chance;
    }

    @Override
    public synchronized Optional<Bytes> courierBag(ProjectId project) {
        if (!earlier.isEmpty() && chance.happens(STALE)) {
            return Optional.of(chance.oneOf(earlier));
        }
        return super.courierBag(project).map(bag -> chance.happens(ALTERED) ? chance.altered(bag) : bag);
    }

    @Override
    public synchronized void saveCourierBag(ProjectId project, Bytes carried) {
        super.saveCourierBag(project, carried);
        if (!carried.isEmpty() && earlier.size() < MOST_BAGS) {
            earlier.add(carried);
        }
    }
}
