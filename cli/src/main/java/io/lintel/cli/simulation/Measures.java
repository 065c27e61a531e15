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
        private final List<Pending> toProve = new ArrayList<>();

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
    void mustEnforce(int reader, long epoch, Instant now) {
        AtDoor door = at(reader);
        door.toEnforce.add(new Pending(epoch, now));
        door.toProve.add(new Pending(epoch, now));
    }

    /** A reader enforces a list. */
    void enforces(int reader, long epoch, Instant now) {
        settle(at(reader).toEnforce, at(reader).enforced, epoch, now);
    }

    /** The manager knows that a reader enforces a list, also where nothing rested on it any more. */
    void proves(int reader, long epoch, Instant now) {
        settle(at(reader).toProve, at(reader).proven, epoch, now);
    }

    private static void settle(List<Pending> waiting, List<Duration> took, long epoch, Instant now) {
        waiting.removeIf(pending -> {
            boolean settled = pending.epoch() <= epoch;
            if (settled) {
                took.add(Duration.between(pending.since(), now));
            }
            return settled;
        });
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
