package io.lintel.sdk.model;

/** Who took a credential back (requirements 24.2). The names are stored; they never change. */
public enum RemovedBy {
    /** An administrator, or the host system on behalf of one. */
    ADMIN,
    /** The holder, in the app. */
    USER,
    /** The manager itself, such as at the removal of a person. */
    SYSTEM
}
