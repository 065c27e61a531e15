package io.lintel.protocol.phone;

import java.time.Duration;

/**
 * What an app lets its phone do for readers behind the answer to a tap ({@code spec/revocation.md}, "Couriers").
 *
 * @param octets of lists that it may hand over, 0 to {@value #MAX_OCTETS}; 0 to carry nothing and take nothing home
 * @param time how long that may take at the most, 1 ms to 30 s
 */
public record CourierBudget(int octets, Duration time) {
    /** The most octets behind one tap. */
    public static final int MAX_OCTETS = 65_536;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Nothing is carried. */
    public static final CourierBudget NONE = new CourierBudget(0, Duration.ofMillis(1));

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public CourierBudget {
        if (octets < 0 || octets > MAX_OCTETS) {
            throw new IllegalArgumentException("a courier hands over 0 to " + MAX_OCTETS + " octets, not " + octets);
        }
        if (time.compareTo(Duration.ofMillis(1)) < 0 || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a courier takes 1 ms to " + LONGEST + ", not " + time);
        }
    }

    /** Returns 8 KiB and 5 s. */
    public static CourierBudget standard() {
        return new CourierBudget(8192, Duration.ofSeconds(5));
    }
}
