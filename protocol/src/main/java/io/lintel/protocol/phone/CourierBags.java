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

    CourierBags(WalletStore store) {
        this.store = store;
    }

    CourierBag of(ProjectId project) {
        try {
            return store.courierBag(project).flatMap(CourierBag::decode).orElse(CourierBag.EMPTY);
        } catch (WalletStoreException failed) {
            LOG.warn("what this phone carries cannot be read: {}", failed.getMessage());
            return CourierBag.EMPTY;
        }
    }

    synchronized void change(ProjectId project, UnaryOperator<CourierBag> change) {
        try {
            Optional<CourierBag> before = store.courierBag(project).flatMap(CourierBag::decode);
            CourierBag after = change.apply(before.orElse(CourierBag.EMPTY));
            if (!after.equals(before.orElse(CourierBag.EMPTY))) {
                store.saveCourierBag(project, after.encode());
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
