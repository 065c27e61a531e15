package io.lintel.sdk.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the publication of a site's readers stands ({@code RDR-19}).
 *
 * @param customer whose readers
 * @param revision 1, 2, 3, ..., or 0 before the first publication
 * @param published when the newest revision was published
 * @param pending how many readers were added, changed or removed since, and one if the readers' project was edited: while there are any, remind the administrator to
 *     publish ({@code RDR-15})
 */
public record ReaderSet(CustomerId customer, long revision, Optional<Instant> published, int pending) {}
