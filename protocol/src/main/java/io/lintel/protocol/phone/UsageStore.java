package io.lintel.protocol.phone;

import io.lintel.protocol.statement.ProjectId;
import java.util.Optional;

/**
 * The port to the phone's storage of what it counts. A count that is lost costs nothing, so writes need not be durable; they
 * are whole or not at all. Failures are {@link WalletStoreException}s. Thread-safe.
 */
public interface UsageStore {
    /** Returns what was counted for a project, or empty before the first count. */
    Optional<Usage> usage(ProjectId project);

    /** Replaces what was counted for a project. */
    void saveUsage(ProjectId project, Usage usage);
}
