package io.lintel.transport.ble.proximity;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Platform;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A person who walks along a corridor past readers on both sides, stops at one of them, and lights up the display there: what the phone hears,
 * and which reader was meant.
 *
 * @param target the reader that the person stands at
 * @param gesture when the person makes the gesture, up to a second after standing still, or on arriving
 */
record Walk(int readers, int target, Instant gesture, Doors<Integer> doors, List<Signal<Integer>> signals) {
    private static final Instant START = Instant.ofEpochSecond(1_790_000_000L);
    private static final int POWER = -59;
    private static final int[] ONE_TAP_PERCENT = {40, 55, 70};
    private static final double METRES_PER_SECOND = 1.2;
    private static final double APPROACH_METRES = 7;
    private static final double HALF_WIDTH_METRES = 1.0;
    private static final int ADVERTISING_MILLIS = 100;
    private static final int JITTER_MILLIS = 10;
    private static final double HEARD = 0.7;
    private static final int WEAKEST = -100;
    private static final double HEARD_BEFORE_SECONDS = 1.6;

    /** The walk of a seed: 2 to 20 readers, 1.5 to 4 m apart along the corridor. */
    static Walk of(Noise noise, long seed) {
        Random random = new Random(seed);
        int readers = 2 + random.nextInt(19);
        double[] along = new double[readers];
        double[] across = new double[readers];
        double[] shadow = new double[readers];
        for (int i = 0; i < readers; i++) {
            along[i] = (i == 0 ? 0 : along[i - 1]) + 1.5 + 2.5 * random.nextDouble();
            across[i] = random.nextBoolean() ? HALF_WIDTH_METRES : -HALF_WIDTH_METRES;
            shadow[i] = noise.shadow(random);
        }
        int target = random.nextInt(readers);
        double stop = 0.3 + 0.5 * random.nextDouble();
        double walkSeconds = APPROACH_METRES / METRES_PER_SECOND;
        double gestureSeconds = walkSeconds + random.nextDouble();
        List<Signal<Integer>> signals = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            // What was heard before says nothing any more when the gesture is made.
            double at = gestureSeconds - HEARD_BEFORE_SECONDS + random.nextDouble() * ADVERTISING_MILLIS / 1000;
            double end = gestureSeconds + OneTap.PATIENCE.toMillis() / 1000.0;
            while (at < end) {
                double walked = Math.min(1, at / walkSeconds);
                double x = along[target] - (1 - walked) * APPROACH_METRES;
                // The person turns to the door over the last metre.
                double turned = Math.max(0, 1 - (along[target] - x));
                double y = turned * Math.signum(across[target]) * (HALF_WIDTH_METRES - stop);
                double metres = Math.hypot(along[i] - x, across[i] - y);
                double strength = POWER - noise.attenuation(metres) - shadow[i] - noise.fading(random);
                if (random.nextDouble() < HEARD && strength > WEAKEST) {
                    signals.add(new Signal<>(i, instant(at), (int) Math.round(Math.min(20, strength)), POWER));
                }
                at += (ADVERTISING_MILLIS + random.nextInt(JITTER_MILLIS)) / 1000.0;
            }
        }
        signals.sort(Comparator.comparing(signal -> signal.at()));
        int percent = ONE_TAP_PERCENT[random.nextInt(ONE_TAP_PERCENT.length)];
        Map<Integer, DoorModes> modes = new HashMap<>();
        for (int i = 0; i < readers; i++) {
            modes.put(i, new DoorModes(EnumSet.allOf(Trigger.class), 10, percent));
        }
        return new Walk(readers, target, instant(gestureSeconds), new Doors<>(modes, Platform.ANDROID), signals);
    }

    private static Instant instant(double seconds) {
        return START.plus(Duration.ofNanos((long) (seconds * 1e9)));
    }

    /** What a phone does that takes the strongest of the last signals, under the same ranges; -1 for none. */
    int strongestLastSample() {
        Map<Integer, Signal<Integer>> last = new HashMap<>();
        for (Signal<Integer> signal : signals) {
            if (!signal.at().isAfter(gesture) && !signal.at().isBefore(gesture.minus(Trace.WINDOW))) {
                last.put(signal.reader(), signal);
            }
        }
        return last.values().stream()
                .filter(signal -> doors.modes()
                        .get(signal.reader())
                        .allows(Trigger.DISPLAY, Platform.ANDROID, SignalScale.percent(signal.attenuation())))
                .max(Comparator.comparingInt(Signal::rssi))
                .map(Signal::reader)
                .orElse(-1);
    }

    /** What the product does; the gesture as it has decided. */
    Decided oneTap() {
        Trace<Integer> heard = new Trace<>(
                signals.stream().filter(signal -> !signal.at().isAfter(gesture)).toList());
        OneTap<Integer> tap = OneTap.<Integer>made(Trigger.DISPLAY, gesture).look(heard, doors, gesture);
        Instant now = gesture;
        for (Signal<Integer> signal : signals) {
            if (tap.isDecided()) {
                break;
            }
            if (signal.at().isAfter(gesture)) {
                now = signal.at();
                heard = heard.with(signal);
                tap = tap.look(heard, doors, now);
            }
        }
        if (tap.isDecided()) {
            return new Decided(tap.choice(), Duration.between(gesture, now));
        }
        OneTap<Integer> last = tap.look(heard, doors, gesture.plus(OneTap.PATIENCE));
        return new Decided(last.choice(), OneTap.PATIENCE);
    }

    record Decided(Choice<Integer> choice, Duration took) {}
}
