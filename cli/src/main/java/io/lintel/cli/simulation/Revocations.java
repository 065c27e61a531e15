package io.lintel.cli.simulation;

import io.lintel.cli.simulation.Carrier.Conduct;
import io.lintel.sdk.revocation.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who is revoked and when, and how thieves try doors from then on: at random, and at the very moments that bounds name. */
final class Revocations {
    private static final Duration BETWEEN_TRIES = Duration.ofHours(9);
    private static final Duration UNTIL_REPLACED = Duration.ofHours(20);
    private static final Duration PERSISTENCE = Plan.LIST_VALIDITY.plus(Duration.ofDays(4));

    private final Plan plan;
    private final ManagerDesk desk;
    private final Doors doors;
    private final People people;
    private final Agenda agenda;
    private final Measures measures;
    private final Chance chance;
    private final Map<Long, Carrier> thieves = new HashMap<>();

    Revocations(
            Plan plan, ManagerDesk desk, Doors doors, People people, Agenda agenda, Measures measures, Chance chance) {
        this.plan = plan;
        this.desk = desk;
        this.doors = doors;
        this.people = people;
        this.agenda = agenda;
        this.measures = measures;
        this.chance = chance;
    }

    void begin() {
        agenda.in(chance.waiting(plan.betweenRevocations()), this::revokeSomebody);
    }

    private void revokeSomebody() {
        if (!people.active().isEmpty()) {
            revoke(chance.oneOf(people.active()));
            agenda.in(UNTIL_REPLACED, people::hire);
        }
        agenda.in(chance.waiting(plan.betweenRevocations()), this::revokeSomebody);
    }

    private void revoke(Carrier carrier) {
        Instant now = agenda.now();
        people.revoked(carrier);
        if (carrier.conduct() == Conduct.THIEF) {
            thieves.put(carrier.serial(), carrier);
            agenda.in(chance.waiting(BETWEEN_TRIES), () -> tryADoor(carrier, now.plus(PERSISTENCE)));
        }
        measures.revoked();
        long epoch = desk.lists().epoch() + 1;
        carrier.doors().forEach(door -> measures.mustEnforce(door.number(), epoch, now));
        desk.revoke(carrier.serial(), now);
        doors.push();
    }

    private void tryADoor(Carrier thief, Instant end) {
        people.tap(thief, thief.chance().oneOf(thief.doors()));
        if (agenda.now().isBefore(end)) {
            agenda.in(thief.chance().waiting(BETWEEN_TRIES), () -> tryADoor(thief, end));
        }
    }

    /** The manager has stated a bound: a thief stands before that door when it says that nothing opens any more. */
    void stated(long serial, int reader, Bound bound) {
        Carrier thief = thieves.get(serial);
        if (thief == null) {
            return;
        }
        Optional<Instant> closed = bound instanceof Bound.Until until
                ? Optional.of(until.at())
                : bound instanceof Bound.Enforced ? Optional.of(agenda.now()) : Optional.empty();
        thief.doors().stream()
                .filter(door -> door.number() == reader)
                .forEach(door -> closed.ifPresent(at -> agenda.at(at, () -> people.tap(thief, door))));
    }
}
