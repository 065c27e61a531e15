package io.lintel.sdk.command.key;

import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.reader.Compromise;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells what is still open about compromised readers. */
public final class Compromises {

    private static final int PAGE = 500;

    private Compromises() {}

    public static List<Compromise> of(UnitOfWork unit, CustomerId customer, Instant now) {
        List<CompromisedReader> readers = unit.compromisedReaders().list(customer);
        if (readers.isEmpty()) {
            return List.of();
        }
        KeyEpochs project = unit.keyEpochs().of(customer, KeySet.PROJECT);
        List<PhoneKeys> phones = new ArrayList<>();
        Paging.each(after -> unit.keyEpochs().phones(customer, now, after, PAGE), phone -> {
            phones.add(phone);
            return phone.serial();
        });
        return readers.stream()
                .map(reader -> new Compromise(
                        reader,
                        project,
                        phones.size(),
                        (int) phones.stream()
                                .filter(phone -> phone.listEpoch() < reader.listEpoch())
                                .count(),
                        exposed(unit, reader)))
                .toList();
    }

    /** Whatever ever opened the reader may have been there, before it was reported. */
    private static int exposed(UnitOfWork unit, CompromisedReader reader) {
        Optional<EnrolledReader> enrolled = unit.readers().findEver(reader.customer(), reader.reader());
        Set<Integer> groups = new TreeSet<>(unit.enforcement().certifiedGroups(reader.customer(), reader.reader()));
        enrolled.ifPresent(door -> groups.addAll(door.groups()));
        List<Long> serials = new ArrayList<>();
        Paging.each(after -> unit.credentials().list(reader.customer(), after, PAGE), credential -> {
            if (enrolled.filter(door -> opens(credential, door, groups)).isPresent()
                    && !credential.issued().isAfter(reader.reported())) {
                serials.add(credential.serial());
            }
            return credential.serial();
        });
        return serials.size();
    }

    /**
     * Whether it ever did.
     *
     * @param groups all that the reader was ever certified for
     */
    private static boolean opens(IssuedCredential credential, EnrolledReader reader, Set<Integer> groups) {
        return credential.terms().technology() == reader.technology()
                && !Collections.disjoint(credential.terms().groups(), groups);
    }
}
