package io.lintel.cli.simulation;

import io.lintel.cli.simulation.Carrier.Conduct;
import io.lintel.cli.simulation.Plan.Couriers;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All people of the site: where they go on a day, and when their phones check in. */
final class People {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MORNING = Duration.ofHours(6);
    private static final Duration EVENING = Duration.ofHours(19);
    private static final int MOST_VISITS = 4;
    private static final int MOST_GROUPS = 3;
    private static final double CHECKS_IN_TODAY = 0.8;
    private static final double WORKS_ON_A_WEEKEND = 0.1;
    private static final double USUAL_DOOR = 0.5;
    private static final double THIEVES = 0.4;
    private static final double WITHOUT_LEASE = 0.4;
    private static final double NARROWED = 0.4;
    private static final Duration NARROWED_WITHIN = Duration.ofDays(14);
    private static final double HOSTILE_COURIERS = 0.2;
    private static final double GONE_HALF_WAY = 0.05;
    private static final int MOST_MESSAGES_BEFORE = 16;
    private static final double LOST_MESSAGE = 0.01;
    private static final double DAMAGED_MESSAGE = 0.002;
    private static final double NO_LINE = 0.1;

    private final Plan plan;
    private final Project project;
    private final ManagerDesk desk;
    private final Doors doors;
    private final Agenda agenda;
    private final Oracle oracle;
    private final Chance chance;
    private final List<Carrier> active = new ArrayList<>();
    private final Set<Long> revoked = new HashSet<>();
    private final Set<Long> clinging = new HashSet<>();
    private long taps;
    private long granted;
    private long checkIns;

    People(Plan plan, Project project, ManagerDesk desk, Doors doors, Agenda agenda, Oracle oracle, Chance chance) {
        this.plan = plan;
        this.project = project;
        this.desk = desk;
        this.doors = doors;
        this.agenda = agenda;
        this.oracle = oracle;
        this.chance = chance;
    }

    void arrive() {
        for (int phone = 0; phone < plan.phones(); phone++) {
            hire();
        }
    }

    /** Somebody new gets a credential, and goes about from the next morning on. */
    void hire() {
        Chance own = chance.split();
        Set<Integer> groups = groups(own);
        Conduct conduct = own.happens(THIEVES)
                ? Conduct.THIEF
                : own.happens(HOSTILE_COURIERS) ? Conduct.HOSTILE_COURIER : Conduct.HONEST;
        Optional<Duration> lease = own.happens(WITHOUT_LEASE) ? Optional.empty() : Optional.of(Plan.LEASE);
        Carrier carrier = new Carrier(
                project,
                holder -> desk.issue(holder.publicKey().encoded(), groups, lease, agenda.now()),
                desk.contact(),
                conduct,
                usualDoors(groups, own),
                own,
                agenda.now());
        active.add(carrier);
        checkIn(carrier);
        agenda.at(nextMidnight(), () -> day(carrier));
        if (own.happens(NARROWED)) {
            agenda.in(own.between(Duration.ZERO, NARROWED_WITHIN), () -> narrow(carrier));
        }
    }

    /** A thief who may do less from now on stays away from the manager, and so keeps what was signed before. */
    private void narrow(Carrier carrier) {
        if (!revoked.contains(carrier.serial())) {
            desk.narrow(carrier.serial(), agenda.now());
            if (carrier.conduct() == Conduct.THIEF) {
                clinging.add(carrier.serial());
            }
        }
    }

    private Instant nextMidnight() {
        long days = Duration.between(SimulatedSite.BEGINNING, agenda.now()).toDays();
        return SimulatedSite.BEGINNING.plus(DAY.multipliedBy(days + 1));
    }

    private Set<Integer> groups(Chance own) {
        Set<Integer> groups = new LinkedHashSet<>();
        for (int wanted = 1 + own.below(MOST_GROUPS); wanted > 0; wanted--) {
            groups.addAll(own.oneOf(doors.all()).place().groups());
        }
        return groups;
    }

    private List<Door> usualDoors(Set<Integer> groups, Chance own) {
        List<Door> usual = new ArrayList<>(doors.of(groups));
        int first = own.below(usual.size());
        usual.add(0, usual.remove(first));
        return usual;
    }

    /** Returns those whose credential is in use. */
    List<Carrier> active() {
        return active;
    }

    /** Takes somebody off who was revoked: an honest phone goes on as before until it is told to delete the credential. */
    void revoked(Carrier carrier) {
        active.remove(carrier);
        revoked.add(carrier.serial());
    }

    private void day(Carrier carrier) {
        if (!carrier.holdsCredential() || isGone(carrier)) {
            return;
        }
        Chance own = carrier.chance();
        long weekday = Duration.between(SimulatedSite.BEGINNING, agenda.now()).toDays() % 7;
        if (weekday < 5 || own.happens(WORKS_ON_A_WEEKEND)) {
            for (int visits = 1 + own.below(MOST_VISITS); visits > 0; visits--) {
                agenda.in(own.between(MORNING, EVENING), () -> visit(carrier));
            }
        }
        if (own.happens(CHECKS_IN_TODAY)) {
            agenda.in(own.between(Duration.ZERO, DAY), () -> checkIn(carrier));
        }
        agenda.in(DAY, () -> day(carrier));
    }

    /** A thief with a revoked credential no longer keeps a person's hours. */
    private boolean isGone(Carrier carrier) {
        return carrier.conduct() == Conduct.THIEF && revoked.contains(carrier.serial());
    }

    private void visit(Carrier carrier) {
        if (carrier.holdsCredential() && !isGone(carrier)) {
            List<Door> known = carrier.doors();
            tap(
                    carrier,
                    carrier.chance().happens(USUAL_DOOR)
                            ? known.get(0)
                            : carrier.chance().oneOf(known));
        }
    }

    /** Taps, and lets the phone do behind the answer what it does there. */
    void tap(Carrier carrier, Door door) {
        Instant now = agenda.now();
        Instant shown = door.reading(now);
        taps++;
        Meeting meeting = new Meeting(
                door.reader().open(Transport.BLE_GATT, shown),
                carrier.tap(now),
                radio(carrier.chance()),
                plan.couriers() == Couriers.CARRYING ? CourierBudget.standard() : CourierBudget.NONE,
                shown,
                now);
        try {
            meeting.run();
        } catch (PowerLost lost) {
            // The phone notices that nobody answers.
        }
        meeting.decision().filter(AccessEvent::isGranted).ifPresent(event -> granted(event, now));
        door.restartIfDown(now);
        doors.noticed(door);
    }

    private void granted(AccessEvent event, Instant now) {
        granted++;
        if (revoked.contains(event.serial())) {
            oracle.granted(event.serial(), event.readerNumber(), now);
        }
    }

    /** A radio that now and then loses or damages a message; now and then the person is gone in the middle. */
    private static Meeting.Radio radio(Chance luck) {
        int[] left = {luck.happens(GONE_HALF_WAY) ? luck.below(MOST_MESSAGES_BEFORE) : Integer.MAX_VALUE};
        return message -> {
            if (--left[0] < 0 || luck.happens(LOST_MESSAGE)) {
                return Optional.empty();
            }
            return Optional.of(luck.happens(DAMAGED_MESSAGE) ? luck.altered(message) : message);
        };
    }

    private void checkIn(Carrier carrier) {
        if (isGone(carrier) || clinging.contains(carrier.serial())) {
            return;
        }
        Chance luck = carrier.chance();
        carrier.checkIn(
                request -> {
                    if (luck.happens(NO_LINE)) {
                        return Optional.empty();
                    }
                    Bytes response = desk.answer(request, agenda.now());
                    checkIns++;
                    return luck.happens(LOST_MESSAGE) ? Optional.empty() : Optional.of(response);
                },
                agenda.now());
    }

    long taps() {
        return taps;
    }

    long granted() {
        return granted;
    }

    long checkIns() {
        return checkIns;
    }
}
