package io.lintel.sdk.command.key;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.key.Stopping;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Who would stop by a step: whoever is not known to hold what everybody needs from then on. */
final class Stoppages {

    private static final int PAGE = 500;

    private final UnitOfWork unit;
    private final CustomerId customer;
    private final Instant now;

    Stoppages(UnitOfWork unit, CustomerId customer, Instant now) {
        this.unit = unit;
        this.customer = customer;
        this.now = now;
    }

    Stopping of(KeySet keys, RotationStep step, KeyEpochs epochs) {
        return Stopping.of(
                readers(lackingReader(keys, step, epochs.newest())), phones(lackingPhone(keys, step, epochs)));
    }

    private static Predicate<ReaderKeys> lackingReader(KeySet keys, RotationStep step, int newest) {
        return switch (step) {
            case BEGIN, READERS -> reader -> false;
            case SIGN -> reader -> reader.issuingKeys() < newest;
            case FINISH ->
                keys == KeySet.PROJECT
                        ? reader -> reader.keyEpoch() < newest
                        : reader -> Math.min(reader.issuingKeys(), reader.certificate()) < newest;
        };
    }

    private static Predicate<PhoneKeys> lackingPhone(KeySet keys, RotationStep step, KeyEpochs epochs) {
        int newest = epochs.newest();
        if (step == RotationStep.BEGIN) {
            return phone -> false;
        }
        if (keys == KeySet.PROJECT) {
            return phone -> phone.keyEpoch() < newest;
        }
        return step == RotationStep.FINISH
                ? phone -> Math.min(phone.issuingKeys(), phone.credential()) < newest
                : phone -> phone.issuingKeys() < newest;
    }

    /** Those that were reported as compromised shall stop. */
    private Set<Integer> readers(Predicate<ReaderKeys> lacking) {
        Set<Integer> stopping = new TreeSet<>();
        Paging.each(after -> unit.readers().list(customer, Math.toIntExact(after), PAGE), reader -> {
            ReaderKeys known = ConfirmedKeys.of(unit, reader);
            if (!known.compromised() && lacking.test(known)) {
                stopping.add(known.reader());
            }
            return reader.number();
        });
        return stopping;
    }

    private Set<Long> phones(Predicate<PhoneKeys> lacking) {
        Set<Long> stopping = new TreeSet<>();
        Paging.each(after -> unit.keyEpochs().phones(customer, now, after, PAGE), phone -> {
            if (lacking.test(phone)) {
                stopping.add(phone.serial());
            }
            return phone.serial();
        });
        return stopping;
    }
}
