package io.lintel.sdk.key;

/** The steps of a rotation, in their order. */
public enum RotationStep {
    /** The next epoch's keys are made; phones get them at their check-ins, and keep the old ones. */
    BEGIN,
    /** Readers are told to use them: each needs the configuration that is exported from now on. */
    READERS,
    /** Credentials and lists are signed with them; a rotation of the project key does not have this step. */
    SIGN,
    /** The revocation list ends the epochs before, and the manager forgets their private keys. */
    FINISH
}
