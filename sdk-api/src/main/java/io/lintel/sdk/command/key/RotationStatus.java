package io.lintel.sdk.command.key;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeyProgress;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.key.Stopping;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells how far a rotation is. */
public final class RotationStatus {

    private static final int PAGE = 500;

    private RotationStatus() {}

    public static KeyProgress of(UnitOfWork unit, CustomerId customer, KeySet keys, Instant now) {
        if (unit.sites().find(customer).isEmpty()) {
            throw new ManagerException.NotFound("site " + customer);
        }
        KeyEpochs epochs = unit.keyEpochs().of(customer, keys);
        Stopping stopping =
                new Stoppages(unit, customer, now).of(keys, epochs.next().orElse(RotationStep.FINISH), epochs);
        return new KeyProgress(keys, epochs, countReaders(unit, customer), countPhones(unit, customer, now), stopping);
    }

    public static List<ReaderKeys> readers(UnitOfWork unit, CustomerId customer, int after, int limit) {
        return unit.readers().list(customer, after, limit).stream()
                .map(reader -> ConfirmedKeys.of(unit, reader))
                .toList();
    }

    private static int countReaders(UnitOfWork unit, CustomerId customer) {
        AtomicInteger count = new AtomicInteger();
        Paging.each(after -> unit.readers().list(customer, Math.toIntExact(after), PAGE), reader -> {
            boolean compromised =
                    unit.compromisedReaders().find(customer, reader.number()).isPresent();
            count.addAndGet(compromised ? 0 : 1);
            return reader.number();
        });
        return count.get();
    }

    private static int countPhones(UnitOfWork unit, CustomerId customer, Instant now) {
        AtomicInteger count = new AtomicInteger();
        Paging.each(after -> unit.keyEpochs().phones(customer, now, after, PAGE), phone -> {
            count.incrementAndGet();
            return phone.serial();
        });
        return count.get();
    }
}
