package io.lintel.protocol.link;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPublicKey;
import io.lintel.protocol.statement.ProjectId;
import java.util.Optional;

/**
 * The port through which the manager's side of links reaches what the manager keeps. Thread-safe; it may block, on the thread
 * that drives the session.
 */
public interface LinkDesk {
    /** Returns what a link with a reader takes; empty where no such reader is in service. */
    Optional<Admission> admit(ProjectId project, int reader);

    /**
     * A reader that may link, before it has proven its key.
     *
     * @param suite the primitives of the project's suite
     * @param manager the manager's static key pair; the session destroys it
     * @param reader the reader's static key
     * @param account what the reader's link works on, once it has proven the key
     */
    record Admission(CryptoSuite suite, DhKeyPair manager, DhPublicKey reader, LinkAccount account) {}
}
