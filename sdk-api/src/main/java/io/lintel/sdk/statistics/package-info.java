/**
 * Anonymous statistics of a site ({@code STA-01}..{@code STA-21}). A closed list of counters, summed per site and day, and
 * three tables of what the phones are, in which small groups do not show. No type here has room for a person, a reader, a
 * phone or a time of day.
 *
 * <p>{@link io.lintel.sdk.statistics.Sharing} is a site's own switch. It is off until the site's admin switches it on, and
 * switched off it stops at once here, and everywhere within a day.
 */
@NullMarked
package io.lintel.sdk.statistics;

import org.jspecify.annotations.NullMarked;
