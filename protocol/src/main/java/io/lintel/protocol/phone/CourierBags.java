package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The courier bags of a wallet, one for each project. A store that fails, or has lost a bag, costs couriers' work that others
 * do again: never a tap, never a check-in. Thread-safe.
 */
final class CourierBags {
    private static final Logger LOG = LoggerFactory.getLogger(CourierBags.class);

    private final WalletStore store;
    private volatile Decoded last = new Decoded(Bytes.EMPTY, Optional.empty());

    /** What octets of the store say: each tap looks into the bag, and few change it. */
    private record Decoded(Bytes octets, Optional<CourierBag> bag) {}

    CourierBags(WalletStore store) {
        this.store = store;
    }

    CourierBag of(ProjectId project) {
        try {
            return read(project);
        } catch (WalletStoreException failed) {
            LOG.warn("what this phone carries cannot be read: {}", failed.getMessage());
            return CourierBag.EMPTY;
        }
    }

    private CourierBag read(ProjectId project) {
        return store.courierBag(project).flatMap(this::decoded).orElse(CourierBag.EMPTY);
    }

    private Optional<CourierBag> decoded(Bytes octets) {
        Decoded known = last;
        if (!known.octets().equals(octets)) {
            known = new Decoded(octets, CourierBag.decode(octets));
            last = known;
        }
        return known.bag();
    }

    synchronized void change(ProjectId project, UnaryOperator<CourierBag> change) {
        try {
            CourierBag before = read(project);
            CourierBag after = change.apply(before);
            if (!after.equals(before)) {
                Bytes octets = after.encode();
                store.saveCourierBag(project, octets);
                last = new Decoded(octets, Optional.of(after));
            }
        } catch (WalletStoreException failed) {
            LOG.warn("what this phone carries was not kept: {}", failed.getMessage());
        }
    }

    synchronized void erase(ProjectId project) {
        try {
            store.saveCourierBag(project, Bytes.EMPTY);
        } catch (WalletStoreException failed) {
            LOG.warn("what this phone carries was not erased: {}", failed.getMessage());
        }
    }
}
