package io.lintel.sdk.site;

/**
 * Which access numbers a site with self-service has given to phones ({@code SSR-13}): all from {@link #FIRST} through {@code
 * assignedThrough}, without a gap. It does not tell who registered a number with the host system, nor which apps are still in
 * use ({@code SSR-14}): the manager knows neither.
 *
 * @param assignedThrough the number that was given last; 0 before the first
 */
public record AssignedNumbers(long assignedThrough) {

    /** The first number that a site gives ({@code SSR-15}). */
    public static final long FIRST = 1;

    /** Whether a number was given to a phone. */
    public boolean contains(long accessNumber) {
        return accessNumber >= FIRST && accessNumber <= assignedThrough;
    }
}
