package io.lintel.sdk.reader;

import java.time.Instant;

/**
 * A door that is to open. The event {@code door-unlock-requested} tells the host system, which opens it.
 *
 * @param reader the reader's number
 * @param executeBy whoever has not opened the door by then must not open it any more
 * @param nextFrom when it can be asked again ({@code RUL-04})
 */
public record DoorUnlocking(int reader, Instant executeBy, Instant nextFrom) {}
