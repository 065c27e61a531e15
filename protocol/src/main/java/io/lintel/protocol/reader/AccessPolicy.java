package io.lintel.protocol.reader;

/**
 * The port through which a site adds rules of its own. The built-in {@link SitePolicy} always runs first and a policy of
 * this port can only deny what that one granted.
 *
 * <p>Called on the thread that owns the session, for every tap: return quickly, never block, and never ask the reader for a
 * {@linkplain Reader#receipt receipt}, which waits for the decision. An exception denies.
 */
@FunctionalInterface
public interface AccessPolicy {
    /** Decides about a phone whose credential was verified. */
    Decision decide(AccessRequest request);

    /** Returns a policy that adds nothing. */
    static AccessPolicy none() {
        return request -> Decision.granted();
    }
}
