package io.lintel.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long revocations took: until each reader enforced them, and until the manager knew that it did. */
final class Measures {
    private record Pending(long epoch, Instant since) {}

    private static final class AtDoor {
        private final DoorPlace.Line line;
        private final List<Duration> enforced = new ArrayList<>();
        private final List<Duration> proven = new ArrayList<>();
        private final List<Pending> toEnforce = new ArrayList<>();
        private final Map<Long, Instant> toProve = new TreeMap<>();

        AtDoor(DoorPlace.Line line) {
            this.line = line;
        }
    }

    private final Map<Integer, AtDoor> doors = new TreeMap<>();
    private long revocations;

    void add(Door door) {
        doors.put(door.number(), new AtDoor(door.place().line()));
    }

    /** A credential was revoked. */
    void revoked() {
        revocations++;
    }

    /** A reader has to enforce a revocation. */
    void mustEnforce(int reader, long serial, long epoch, Instant now) {
        AtDoor door = at(reader);
        door.toEnforce.add(new Pending(epoch, now));
        door.toProve.put(serial, now);
    }

    /** A reader enforces a list. */
    void enforces(int reader, long epoch, Instant now) {
        AtDoor door = at(reader);
        door.toEnforce.removeIf(pending -> {
            boolean enforced = pending.epoch() <= epoch;
            if (enforced) {
                door.enforced.add(Duration.between(pending.since(), now));
            }
            return enforced;
        });
    }

    /** A receipt told the manager that a reader enforces a revocation. */
    void proven(int reader, long serial, Instant now) {
        Instant since = at(reader).toProve.remove(serial);
        if (since != null) {
            at(reader).proven.add(Duration.between(since, now));
        }
    }

    long revocations() {
        return revocations;
    }

    /** Returns the readers of one kind, by number. */
    List<Integer> readers(DoorPlace.Line line) {
        return doors.entrySet().stream()
                .filter(door -> door.getValue().line == line)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns how long it took until readers enforced what they had to; those that never did count as without end. */
    Times enforced(List<Integer> readers) {
        List<Duration> all = new ArrayList<>();
        readers.forEach(reader -> all.addAll(at(reader).enforced));
        return Times.of(
                all,
                readers.stream()
                        .mapToLong(reader -> at(reader).toEnforce.size())
                        .sum());
    }

    /** Returns how long it took until the manager knew it from a receipt. */
    Times proven(List<Integer> readers) {
        List<Duration> all = new ArrayList<>();
        readers.forEach(reader -> all.addAll(at(reader).proven));
        return Times.of(
                all,
                readers.stream().mapToLong(reader -> at(reader).toProve.size()).sum());
    }

    private AtDoor at(int reader) {
        AtDoor door = doors.get(reader);
        if (door == null) {
            throw new IllegalStateException("there is no reader " + reader);
        }
        return door;
    }
}
