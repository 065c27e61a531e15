package io.lintel.cli.simulation;

import io.lintel.cli.simulation.DoorPlace.Line;
import io.lintel.cli.simulation.Findings.Tally;
import io.lintel.crypto.CryptoSuite;
import io.lintel.sdk.revocation.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/** One life of a site, from its first day to its last. */
final class SimulatedSite {
    /** A Monday. */
    static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");

    private final Plan plan;
    private final Agenda agenda = new Agenda(BEGINNING);
    private final Oracle oracle = new Oracle();
    private final Measures measures = new Measures();
    private final ManagerDesk desk;
    private final Doors doors;
    private final People people;
    private final Revocations revocations;

    /**
     * @param suite the primitives of the project
     * @param statements how the manager comes to its bounds
     */
    SimulatedSite(Plan plan, CryptoSuite suite, Statements statements) {
        this.plan = plan;
        Chance chance = Chance.of(plan.seed());
        Project project = new Project(Remembering.of(suite).withRandom(chance.forKeys()), chance.split(), BEGINNING);
        this.desk = new ManagerDesk(project, statements, new Hearing(), BEGINNING);
        this.doors = new Doors(plan, project, desk, agenda, measures, chance.split());
        this.people = new People(plan, project, desk, doors, agenda, oracle, chance.split());
        this.revocations = new Revocations(plan, desk, doors, people, agenda, measures, chance.split());
    }

    /** Tells the manager's word to those who measure it and those who put it to the test. */
    private final class Hearing implements ManagerDesk.Listener {
        @Override
        public void stated(long serial, ReaderRecord reader, Bound bound, Instant now) {
            int number = reader.certificate().readerNumber();
            oracle.stated(serial, number, bound, now);
            revocations.stated(serial, number, bound);
        }

        @Override
        public void proven(ReaderRecord reader, long epoch, Instant now) {
            measures.proves(reader.certificate().readerNumber(), epoch, now);
        }
    }

    /**
     * Lives.
     *
     * @param days hears how many days are over
     * @throws BoundBeaten when a reader opens for a revoked credential after a bound that was stated
     */
    Findings live(IntConsumer days) {
        doors.open();
        people.arrive();
        revocations.begin();
        for (int day = 1; day <= plan.days(); day++) {
            agenda.runUntil(BEGINNING.plus(Duration.ofDays(day)));
            days.accept(day);
        }
        return findings();
    }

    private Findings findings() {
        Map<Line, Times> enforced = new EnumMap<>(Line.class);
        Map<Line, Times> proven = new EnumMap<>(Line.class);
        Map<Integer, Times> byReader = new TreeMap<>();
        for (Line line : Line.values()) {
            enforced.put(line, measures.enforced(measures.readers(line)));
            proven.put(line, measures.proven(measures.readers(line)));
            measures.readers(line).forEach(reader -> byReader.put(reader, measures.enforced(List.of(reader))));
        }
        return new Findings(plan, measures.revocations(), enforced, proven, byReader, tally());
    }

    private Tally tally() {
        return new Tally(
                people.taps(),
                people.granted(),
                oracle.grants(),
                oracle.latestGrant(),
                people.checkIns(),
                doors.powerCuts(),
                doors.resets(),
                desk.refusedReceipts(),
                oracle.statements());
    }
}
