package io.lintel.protocol.statement;

import java.time.Instant;

/** A statement that an issuing key signed, as opposed to the root. */
public sealed interface IssuedStatement
        permits Credential, ListHead, ReaderCertificate, ReaderConfigurationStatement, RevocationList {
    /** Returns the project whose statement it is. */
    ProjectId project();

    /** Returns the epoch of the issuing key, 1 to 65535. */
    int issuingEpoch();

    /** Returns the purpose of the issuing keys that sign such statements. */
    Purpose purpose();

    /** Returns when it was signed, in whole seconds. */
    Instant issued();
}
