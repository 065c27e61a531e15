package io.lintel.protocol.wire;

/** Signals octets that the layout does not allow. Sessions turn it into one typed error; it never leaves this module. */
public final class MalformedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MalformedException(String what) {
        super(what, null, false, false);
    }

    /** Throws unless a condition of the layout holds. */
    public static void unless(boolean holds, String what) {
        if (!holds) {
            throw new MalformedException(what);
        }
    }
}
