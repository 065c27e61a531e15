package io.lintel.cli.simulation;

import io.lintel.cli.simulation.DoorPlace.Clock;
import io.lintel.cli.simulation.DoorPlace.Line;
import io.lintel.crypto.Bytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** All doors of the site, and what happens to them by itself: lines, rounds, power cuts, clocks. */
final class Doors {
    private static final int READERS_IN_A_GROUP = 8;
    private static final int LEAST_GROUPS = 3;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MEAN_LATENCY = Duration.ofSeconds(20);
    private static final Duration LINE_DOWN = Duration.ofHours(8);
    private static final Duration RESTART = Duration.ofMinutes(3);
    private static final double LINE_IS_DOWN = 0.02;
    private static final double POWER_GOES_TODAY = 0.03;
    private static final double RESET_TODAY = 0.003;
    private static final double WITHOUT_BATTERY = 0.2;
    private static final double WITHOUT_CLOCK = 0.2;

    private final Plan plan;
    private final Project project;
    private final ManagerDesk desk;
    private final Agenda agenda;
    private final Measures measures;
    private final Chance chance;
    private final List<Door> all = new ArrayList<>();
    private long powerCuts;
    private long resets;

    Doors(Plan plan, Project project, ManagerDesk desk, Agenda agenda, Measures measures, Chance chance) {
        this.plan = plan;
        this.project = project;
        this.desk = desk;
        this.agenda = agenda;
        this.measures = measures;
        this.chance = chance;
    }

    /** Mounts the readers and lets their days begin. */
    void open() {
        for (int number = 1; number <= plan.readers(); number++) {
            Door door = new Door(project, place(number), number, desk.lists().newest(), chance.split(), agenda.now());
            all.add(door);
            measures.add(door);
            desk.certify(door);
            agenda.in(chance.between(Duration.ZERO, DAY), () -> day(door));
            if (door.place().line() == Line.OFFLINE) {
                agenda.in(chance.between(Duration.ZERO, Plan.ROUND), () -> round(door));
            }
        }
        renewList();
    }

    private DoorPlace place(int number) {
        Line line = number * 100L <= (long) plan.offlinePercent() * plan.readers() ? Line.OFFLINE : Line.ONLINE;
        Clock clock = chance.happens(WITHOUT_CLOCK)
                ? Clock.NONE
                : chance.happens(WITHOUT_BATTERY) ? Clock.WITHOUT_BATTERY : Clock.WITH_BATTERY;
        Duration stale = line == Line.ONLINE ? Duration.ZERO : chance.oneOf(Plan.STALE_ALLOWANCES);
        return new DoorPlace(line, clock, stale, Set.of(1 + chance.below(groups())));
    }

    int groups() {
        return Math.max(Math.min(LEAST_GROUPS, plan.readers()), plan.readers() / READERS_IN_A_GROUP);
    }

    /** Returns the doors that credentials of some groups open. */
    List<Door> of(Set<Integer> groups) {
        return all.stream()
                .filter(door -> !Collections.disjoint(door.place().groups(), groups))
                .toList();
    }

    List<Door> all() {
        return Collections.unmodifiableList(all);
    }

    long powerCuts() {
        return powerCuts;
    }

    long resets() {
        return resets;
    }

    /** Sends the newest list to all readers that are online. */
    void push() {
        all.stream().filter(door -> door.place().line() == Line.ONLINE).forEach(this::pushSoon);
    }

    private void pushSoon(Door door) {
        Duration latency = chance.waiting(MEAN_LATENCY);
        Duration wait = chance.happens(LINE_IS_DOWN) ? latency.plus(chance.between(Duration.ZERO, LINE_DOWN)) : latency;
        agenda.in(wait, () -> bring(door, desk.lists().newest().bytes(), chance.waiting(MEAN_LATENCY)));
    }

    private void bring(Door door, Bytes list, Duration receiptTakes) {
        door.setClock();
        door.install(list, agenda.now());
        noticed(door);
        door.receipt(agenda.now())
                .ifPresent(receipt -> agenda.in(receiptTakes, () -> desk.receive(receipt, agenda.now())));
    }

    /** Looks at which list a reader enforces by now. */
    void noticed(Door door) {
        measures.enforces(door.number(), door.epoch(), agenda.now());
    }

    /** Somebody walks to the door and home again, with the list of the morning. */
    private void round(Door door) {
        Bytes list = desk.lists().newest().bytes();
        Duration wayHome = chance.between(Duration.ofHours(1), Duration.ofHours(6));
        agenda.in(chance.between(Duration.ZERO, Duration.ofHours(3)), () -> bring(door, list, wayHome));
        agenda.in(Plan.ROUND, () -> round(door));
    }

    private void day(Door door) {
        door.clock().drift();
        door.maintain(agenda.now());
        if (chance.happens(POWER_GOES_TODAY)) {
            powerGoes(door);
        }
        if (chance.happens(RESET_TODAY)) {
            reset(door);
        }
        agenda.in(DAY, () -> day(door));
    }

    /** An installer gives the reader new keys and starts it with the newest list. */
    private void reset(Door door) {
        resets++;
        Bytes oldKey = door.certificate().value().keyFingerprint();
        door.reset(desk.lists().newest(), agenda.now());
        desk.certifyAnew(door, oldKey, agenda.now());
        noticed(door);
    }

    /** The power goes now, or in the middle of one of the next writes. */
    private void powerGoes(Door door) {
        powerCuts++;
        if (door.place().clock() == Clock.WITHOUT_BATTERY) {
            door.clock().lose(agenda.now());
        }
        if (chance.happens(0.5)) {
            door.flash().failAfter(chance.below(3));
        } else {
            agenda.in(RESTART, () -> {
                door.restart(agenda.now());
                noticed(door);
            });
        }
    }

    /** Lists are published anew before they expire. */
    private void renewList() {
        agenda.in(Plan.LIST_VALIDITY.dividedBy(2), () -> {
            desk.lists().publish(agenda.now());
            push();
            renewList();
        });
    }
}
