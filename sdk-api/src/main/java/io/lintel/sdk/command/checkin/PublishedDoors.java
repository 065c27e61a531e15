package io.lintel.sdk.command.checkin;

import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.reader.ReaderModes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The readers that a credential may pass, as its site published them last ({@code RDR-16}, {@code SYN-02}). */
final class PublishedDoors {

    private static final int PAGE = 500;

    private PublishedDoors() {}

    /** Returns the doors, where the phone has those of another publication; readers beyond 200 are met by {@code who}. */
    static Optional<Doors> newerThan(CommandContext context, IssuedCredential credential, int heldRevision) {
        CustomerId customer = credential.customer();
        long published = context.unit().registrations().state(customer).revision();
        Set<Trigger> customers =
                context.unit().organisations().settings(customer).identification();
        int certificates =
                context.unit().keyEpochs().of(customer, KeySet.ISSUING).readers();
        Set<Integer> compromised = compromised(context, customer);
        int revision = name(published, credential.terms(), customers, certificates, compromised);
        if (published == 0 || revision == heldRevision) {
            return Optional.empty();
        }
        List<Door> doors = new ArrayList<>();
        int after = 0;
        List<PublishedReader> page;
        do {
            page = context.unit().registrations().published(customer, after, PAGE);
            for (PublishedReader reader : page) {
                after = reader.number();
                if (!compromised.contains(reader.number())
                        && opens(reader.details(), credential.terms())
                        && doors.size() < Doors.MAX_DOORS) {
                    doors.add(door(context, customer, reader, customers));
                }
            }
        } while (page.size() == PAGE && doors.size() < Doors.MAX_DOORS);
        return Optional.of(new Doors(revision, doors));
    }

    private static Set<Integer> compromised(CommandContext context, CustomerId customer) {
        return context.unit().compromisedReaders().list(customer).stream()
                .map(CompromisedReader::reader)
                .collect(Collectors.toSet());
    }

    /** What a phone shows depends on the publication, on the credential, on the customer's settings, and on keys. */
    private static int name(
            long published,
            IssuedCredential.Terms terms,
            Set<Trigger> customers,
            int certificates,
            Set<Integer> compromised) {
        int hash = Objects.hash(
                published,
                new TreeSet<>(terms.groups()),
                terms.technology().name(),
                customers.stream().map(Trigger::code).collect(Collectors.toSet()),
                certificates,
                compromised);
        return Math.floorMod(hash, Integer.MAX_VALUE) + 1;
    }

    private static boolean opens(ReaderDetails reader, IssuedCredential.Terms terms) {
        return reader.technology() == terms.technology() && !Collections.disjoint(reader.groups(), terms.groups());
    }

    private static Door door(
            CommandContext context, CustomerId customer, PublishedReader reader, Set<Trigger> customers) {
        ReaderDetails details = reader.details();
        return new Door(
                reader.number(),
                details.name(),
                context.unit().readers().find(customer, reader.number()).map(EnrolledReader::certificate),
                details.readerId().orElse(""),
                details.mac().map(MacAddress::octets),
                details.signalPercent(),
                details.oneTapPercent(),
                ReaderModes.of(details, customers).modes());
    }
}
