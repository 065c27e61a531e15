package io.lintel.sdk.revocation;

import java.time.Duration;
import java.util.Optional;

/**
 * What the manager knows for certain of one reader that a credential was signed for.
 *
 * @param reader the reader's number
 * @param certifiedAt the list epoch at which it was first certified for a group of the credential: it got no older list
 *     with that
 * @param confirmed the list epoch of its newest receipt, 0 for none
 * @param lag how far its clock may be behind at the worst; empty where nobody says
 * @param staleFor how long it goes by a list that has expired, zero where not at all; empty where nobody says, or for ever
 */
public record ReaderFacts(
        int reader, long certifiedAt, long confirmed, Optional<Duration> lag, Optional<Duration> staleFor) {}
