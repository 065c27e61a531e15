package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Commands that were done, so that a repetition finds its first result. */
public interface CommandLog {

    /**
     * Where a command stands in the log.
     *
     * @param customer in whose partition
     * @param id the caller's id
     */
    record Key(CustomerId customer, CommandId id) {}

    /**
     * A command that was done.
     *
     * @param customer in whose partition
     * @param id the caller's id
     * @param kind names the command; part of what must be equal
     * @param digest SHA-256 over the request
     * @param facts what the result is rebuilt from; never a secret
     * @param at when
     */
    record Done(CustomerId customer, CommandId id, String kind, Bytes digest, Map<String, String> facts, Instant at) {
        /** Copies the facts. */
        public Done {
            facts = Map.copyOf(facts);
        }
    }

    /** Adds a command. */
    void add(Done command);

    /** The command with this id, if it was done. */
    Optional<Done> find(CustomerId customer, CommandId id);
}
