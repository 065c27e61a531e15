package io.lintel.protocol.reader;

import io.lintel.protocol.reader.PolicySettings.PersonVerification;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.CredentialFlag;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.CredentialDraft;
import io.lintel.protocol.testing.TestSite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A door and somebody in front of it, drawn so that each rule of the policy is now met, now broken, now met by a second;
 * most objections are rare, so that grants and single objections are frequent.
 */
record Situation(
        PolicySettings settings,
        Set<Integer> readerGroups,
        Technology readerTechnology,
        Optional<RevocationList> list,
        long serial,
        Instant validFrom,
        Optional<Instant> validUntil,
        Instant leaseEnd,
        Set<Integer> groups,
        Technology technology,
        Set<CredentialFlag> flags,
        Intent intent,
        Transport transport,
        Duration answerTime) {

    static Situation draw(Random random, ProjectId project) {
        long serial = 1L + random.nextInt(20);
        PolicySettings settings = new PolicySettings(
                some(random, Transport.values()),
                some(random, Trigger.values()),
                seldom(random) ? PersonVerification.REQUIRED : PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofSeconds(2),
                random.nextBoolean() ? Duration.ZERO : Duration.ofSeconds(random.nextInt(3)),
                ReaderClock.within(Duration.ZERO));
        Instant validFrom = around(random, TestSite.NOW.minusSeconds(3600));
        return new Situation(
                settings,
                groups(random),
                seldom(random) ? pick(random, Technology.values()) : Technology.BLUE,
                seldom(random) ? Optional.empty() : Optional.of(list(random, project, serial)),
                serial,
                validFrom,
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(later(validFrom, around(random, TestSite.NOW.plusSeconds(3600)))),
                around(random, TestSite.NOW.plusSeconds(7200)),
                groups(random),
                seldom(random) ? pick(random, Technology.values()) : Technology.BLUE,
                seldom(random) ? some(random, CredentialFlag.values()) : Set.of(),
                new Intent(pick(random, Trigger.values()), subset(random, Assurance.values())),
                pick(random, Transport.values()),
                Duration.ofMillis(seldom(random) ? 1_999 + random.nextInt(3) : random.nextInt(2_000)));
    }

    CredentialDraft draft(CredentialDraft credential) {
        return credential
                .serial(serial)
                .issued(TestSite.CREATED)
                .validFrom(validFrom)
                .validUntil(validUntil)
                .leaseEnd(leaseEnd)
                .groups(groups)
                .technology(technology)
                .flags(flags);
    }

    private static RevocationList list(Random random, ProjectId project, long serial) {
        long base = seldom(random) ? serial + random.nextInt(2) : 1;
        long named = seldom(random) ? serial : serial + 1;
        return new RevocationList(
                project,
                1,
                1 + random.nextInt(1000),
                seldom(random) ? 2 : 1,
                seldom(random) ? 2 : 1,
                TestSite.CREATED,
                later(TestSite.CREATED.plusSeconds(1), around(random, TestSite.NOW.plusSeconds(86_400))),
                Set.of(),
                CodedSerials.of(base, named < base ? SerialSet.EMPTY : SerialSet.of(named)),
                RevocationList.ALL_GROUPS);
    }

    /** A time that is as wanted, or else within a second of now. */
    private static Instant around(Random random, Instant wanted) {
        return seldom(random) ? TestSite.NOW.plusSeconds(random.nextInt(3) - 1L) : wanted;
    }

    private static Instant later(Instant first, Instant second) {
        return first.isAfter(second) ? first : second;
    }

    private static Set<Integer> groups(Random random) {
        Set<Integer> groups = new TreeSet<>(Set.of(seldom(random) ? 2 + random.nextInt(2) : 1));
        while (groups.size() < 8 && random.nextBoolean()) {
            groups.add(3 + random.nextInt(100));
        }
        return groups;
    }

    private static boolean seldom(Random random) {
        return random.nextInt(16) == 0;
    }

    private static <T> T pick(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <E extends Enum<E>> Set<E> some(Random random, E[] values) {
        EnumSet<E> set = EnumSet.copyOf(List.of(values));
        if (seldom(random)) {
            set.remove(pick(random, values));
        }
        return set;
    }

    private static <E> Set<E> subset(Random random, E[] values) {
        Collection<E> chosen = new ArrayList<>();
        for (E value : values) {
            if (random.nextBoolean()) {
                chosen.add(value);
            }
        }
        return Set.copyOf(chosen);
    }
}
