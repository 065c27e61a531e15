package io.lintel.sdk.model;

/** What can happen to a credential (requirements 24.3). */
public enum CredentialEvent {
    /** Its activation code was made and handed out. */
    SEND,
    /** A phone redeemed the code. */
    REDEEM,
    /** A phone confirmed at a check-in that it holds the credential ({@code DEV-16}). */
    SYNC,
    /** The code's time ended. */
    EXPIRE,
    /** A new code replaces the old one. */
    RESEND,
    /** An actor takes the credential back. */
    REVOKE,
    /** A phone that is trusted said that it has deleted a revoked credential ({@code REV-02}), or no door opens to it any more. */
    CONFIRM_DELETION,
    /** The holder deleted the credential in the app ({@code REV-11}). */
    DELETE_ON_PHONE,
    /** It is really lost: nobody waits for its phone any more ({@code REV-06}). */
    MARK_LOST,
    /** A credential that was taken back is issued again on the same device ({@code REV-12}). */
    RESTORE,
    /** It is removed from its person's record ({@code REV-05}). */
    DELETE,
    /** Its person or its device was removed ({@code REV-12}). */
    CASCADE
}
