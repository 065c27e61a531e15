package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.protocol.testing.Death;
import io.lintel.protocol.testing.KilledMembershipStore;
import io.lintel.protocol.testing.KilledStore;
import io.lintel.protocol.testing.KilledStore.Killed;
import io.lintel.protocol.testing.KilledStore.Moment;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An app that dies before or after any of its writes comes to the same end when it is started again. */
class KilledCheckInTest {
    private static final int MOST_WRITES = 12;

    /** What a manager does whose every word arrives. */
    private static final class Desk {
        final CheckInBench bench;
        Instruction instruction;
        Bytes credential = Bytes.EMPTY;
        int seen;

        Desk(CheckInBench bench, Instruction instruction) {
            this.bench = bench;
            this.instruction = instruction;
        }

        Bytes answer(Bytes request) {
            try (ManagerCheckIn opened = bench.open(request)) {
                CheckInRequest said = opened.request();
                seen = Math.max(seen, said.number());
                boolean deleted = said.holding() != Holding.HELD;
                if (deleted) {
                    assertEquals(List.of(), bench.store().enrolments(), "a deletion is done before it is confirmed");
                }
                Instruction next = deleted ? Instruction.FORGET : instruction;
                boolean renews = next == Instruction.KEEP && !credential.isEmpty();
                CheckInAnswer answer = new CheckInAnswer(
                        seen,
                        next,
                        renews ? Optional.of(credential) : Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        ListNews.NONE,
                        CheckInBench.DAY,
                        CheckInAnswer.Reporting.WANTED);
                return opened.answer(answer, bench.site.suite().generateDhKeyPair());
            }
        }
    }

    private static void checkInOnce(Desk desk, Memberships memberships) {
        CheckInBench bench = desk.bench;
        try (CheckInExchange exchange = memberships.begin(bench.membership(), Optional.empty())) {
            memberships.receive(exchange, desk.answer(exchange.request()), TestSite.NOW);
        }
    }

    private static Memberships dying(CheckInBench bench, int writes, Moment moment) {
        Death death = new Death(writes, moment);
        return bench.memberships(
                new KilledStore(bench.store(), death), new KilledMembershipStore(bench.records, death));
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    @Requirement("REV-02")
    @Spec("TAP-9-9")
    void deletionIsConfirmedOnlyWhenItIsDone(Moment moment) {
        boolean survived = false;
        for (int writes = 0; writes < MOST_WRITES; writes++) {
            CheckInBench bench = new CheckInBench(Suite.X25519);
            Desk desk = new Desk(bench, Instruction.DELETE);
            try {
                Memberships memberships = dying(bench, writes, moment);
                checkInOnce(desk, memberships);
                checkInOnce(desk, memberships);
                survived = true;
            } catch (Killed killed) {
                while (!bench.records.memberships().isEmpty()) {
                    checkInOnce(desk, bench.memberships());
                }
            }
            assertEquals(List.of(), bench.store().enrolments());
            assertEquals(Holding.DELETED_AS_TOLD, bench.lastHeard().holding());
        }
        assertTrue(survived, "no run got through, so not every write was the last one once");
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    @Spec("TAP-9-9")
    void newLeaseIsNeverLost(Moment moment) {
        boolean survived = false;
        for (int writes = 0; writes < MOST_WRITES; writes++) {
            CheckInBench bench = new CheckInBench(Suite.X25519);
            Desk desk = new Desk(bench, Instruction.KEEP);
            desk.credential = bench.statement(draft -> draft.leaseEnd(TestSite.NOW.plusSeconds(900_000)))
                    .bytes();
            try {
                checkInOnce(desk, dying(bench, writes, moment));
                survived = true;
            } catch (Killed killed) {
                checkInOnce(desk, bench.memberships());
            }
            assertEquals(desk.credential, bench.store().enrolments().get(0).signedCredential());
            assertEquals(Optional.empty(), bench.membership().outstanding());
        }
        assertTrue(survived, "no run got through, so not every write was the last one once");
    }
}
