package io.lintel.protocol.reader;

/**
 * The port through which a site adds rules of its own. The built-in {@link SitePolicy} always runs first and a policy of
 * this port can only deny what that one granted.
 *
 * <p>Called on the thread that owns the session, for every tap: return quickly and never block. Neither ask the reader
 * for a {@linkplain Reader#receipt receipt} nor let it {@linkplain Reader#adopt adopt} a configuration: both wait for decisions, so the
 * reader refuses them here, and nothing here may wait for a thread that does either. An exception denies.
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
