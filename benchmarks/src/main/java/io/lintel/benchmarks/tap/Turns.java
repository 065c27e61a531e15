package io.lintel.benchmarks.tap;

import io.lintel.crypto.Bytes;
import java.util.EnumMap;
import java.util.Map;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The medians of an iteration in microseconds: each figure of the tap, and of its floor, which were measured in turns. JMH
 * takes what the public methods return.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Turns {
    private final Map<Figure, Samples> taps = byFigure();
    private final Map<Figure, Samples> floors = byFigure();

    private static Map<Figure, Samples> byFigure() {
        Map<Figure, Samples> samples = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            samples.put(figure, new Samples());
        }
        return samples;
    }

    /** Forgets the iteration before. */
    @Setup(Level.Iteration)
    public void begin() {
        taps.values().forEach(Samples::clear);
        floors.values().forEach(Samples::clear);
    }

    /** Times a tap. */
    void tap(Door door) {
        time(door, taps);
    }

    /** Times a tap of the other door, in place of a floor. */
    void other(Door door) {
        time(door, floors);
    }

    private static void time(Door door, Map<Figure, Samples> into) {
        long begin = System.nanoTime();
        Bytes opener = door.open();
        long opened = System.nanoTime();
        Bytes message = door.answer(opener);
        long answered = System.nanoTime();
        Bytes reply = door.decide(message);
        long decided = System.nanoTime();
        door.finish(reply);
        long finished = System.nanoTime();
        into.forEach((figure, samples) ->
                samples.add(figure.of(opened - begin, answered - opened, decided - answered, finished - decided)));
    }

    /** Notes the times of a floor. */
    void floor(long open, long answer, long decide, long finish) {
        floors.forEach((figure, samples) -> samples.add(figure.of(open, answer, decide, finish)));
    }

    /** The tap's {@link Figure#OPENER}. */
    public double tapOpener() {
        return median(taps, Figure.OPENER);
    }

    /** The tap's {@link Figure#DECISION}. */
    public double tapDecision() {
        return median(taps, Figure.DECISION);
    }

    /** The tap's {@link Figure#READER}. */
    public double tapReader() {
        return median(taps, Figure.READER);
    }

    /** The tap's {@link Figure#PHONE}. */
    public double tapPhone() {
        return median(taps, Figure.PHONE);
    }

    /** The tap's {@link Figure#BOTH}. */
    public double tapBoth() {
        return median(taps, Figure.BOTH);
    }

    /** The floor's {@link Figure#OPENER}. */
    public double floorOpener() {
        return median(floors, Figure.OPENER);
    }

    /** The floor's {@link Figure#DECISION}. */
    public double floorDecision() {
        return median(floors, Figure.DECISION);
    }

    /** The floor's {@link Figure#READER}. */
    public double floorReader() {
        return median(floors, Figure.READER);
    }

    /** The floor's {@link Figure#PHONE}. */
    public double floorPhone() {
        return median(floors, Figure.PHONE);
    }

    /** The floor's {@link Figure#BOTH}. */
    public double floorBoth() {
        return median(floors, Figure.BOTH);
    }

    private static double median(Map<Figure, Samples> all, Figure figure) {
        Samples samples = all.get(figure);
        return samples == null ? Double.NaN : samples.medianMicros();
    }
}
