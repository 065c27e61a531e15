package io.lintel.cli.simulation;

import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Receipt;
import io.lintel.sdk.revocation.ReaderFacts;
import io.lintel.sdk.revocation.RevokedFacts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the manager has on record of a reader. */
final class ReaderRecord {
    private final ReaderCertificate certificate;
    private final PolicySettings policy;
    private final long certifiedAt;
    private final Map<Long, RevokedFacts> open = new LinkedHashMap<>();
    private long confirmed;
    private long number;

    ReaderRecord(ReaderCertificate certificate, PolicySettings policy, long certifiedAt) {
        this.certificate = certificate;
        this.policy = policy;
        this.certifiedAt = certifiedAt;
    }

    ReaderCertificate certificate() {
        return certificate;
    }

    /** Returns the revoked credentials that the reader may still open for, by serial. */
    Map<Long, RevokedFacts> open() {
        return open;
    }

    /** Takes a verified receipt; returns whether it is newer than the one on record. */
    boolean take(Receipt receipt) {
        if (receipt.number() <= number) {
            return false;
        }
        number = receipt.number();
        // As in the database: the newest receipt counts alone, also where an older one named a later list.
        confirmed = receipt.listEpoch();
        return true;
    }

    ReaderFacts facts() {
        return new ReaderFacts(
                certificate.readerNumber(),
                certifiedAt,
                confirmed,
                policy.clock().boundedLag(),
                Optional.of(policy.staleAllowance()));
    }
}
