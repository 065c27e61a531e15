package io.lintel.sdk.model;

/** The columns of the permission matrix (requirements, section 1). */
public enum Role {
    /** The embedding software itself: unrestricted. */
    HOST,
    /** The operator of the service, called vendor in the matrix. */
    OPERATOR,
    /** A distributor in its own workspace. */
    DISTRIBUTOR,
    /** A distributor in a customer's workspace. */
    WORKSPACE,
    /** A customer's admin. */
    CUSTOMER,
    /** The holder of a credential. */
    END_USER
}
