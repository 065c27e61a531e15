package io.lintel.sdk.model;

/** What can happen to a credential (requirements 24.3). */
public enum CredentialEvent {
    /** Its activation code was made and handed out. */
    SEND,
    /** A phone redeemed the code. */
    REDEEM,
    /** The code's time ended. */
    EXPIRE,
    /** A new code replaces the old one. */
    RESEND,
    /** An actor takes the credential back. */
    REVOKE,
    /** The phone says that it has deleted the credential as it was told. */
    CONFIRM_DELETION,
    /** The phone says that its holder deleted the credential. */
    DELETE_ON_PHONE
}
