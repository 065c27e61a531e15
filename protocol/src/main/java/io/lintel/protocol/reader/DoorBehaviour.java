package io.lintel.protocol.reader;

import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How the doors of a site behave ({@code SYS-13}, {@code SYS-15}).
 *
 * @param led what the status LED does while nobody taps
 * @param buzzer whether a grant or a denial is heard
 * @param unlockTime how long a grant keeps the door unlocked, whole seconds, 1 to 3600
 * @param card how access numbers reach the panel: the card structure
 */
public record DoorBehaviour(StatusLed led, Buzzer buzzer, Duration unlockTime, WiegandOutput card) {
    /** What the status LED does while nobody taps. */
    public enum StatusLed {
        BLINKING,
        STEADY
    }

    /** Whether a grant or a denial is heard. */
    public enum Buzzer {
        ON,
        OFF
    }

    /** The longest unlock time, in seconds. */
    public static final int MAX_UNLOCK_SECONDS = 3600;

    public DoorBehaviour {
        if (!unlockTime.equals(Duration.ofSeconds(unlockTime.toSeconds()))
                || unlockTime.toSeconds() < 1
                || unlockTime.toSeconds() > MAX_UNLOCK_SECONDS) {
            throw new IllegalArgumentException("the unlock time is 1 to " + MAX_UNLOCK_SECONDS + " whole seconds");
        }
    }

    /** Returns what doors do unless somebody says otherwise: blink, buzz, unlock for five seconds, 26 bits to the panel. */
    public static DoorBehaviour standard() {
        return new DoorBehaviour(
                StatusLed.BLINKING,
                Buzzer.ON,
                Duration.ofSeconds(5),
                new WiegandOutput(WiegandFormat.H10301, OptionalInt.empty()));
    }
}
