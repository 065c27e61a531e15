package io.lintel.sdk.command.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.checkin.LeaseRenewal;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.Statements;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.CredentialRecords;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Signs a credential's next statement where its lease is due, or where its terms are others than those signed. */
final class Statement {

    private final CommandContext context;
    private final Site site;
    private final Profile profile;
    private final CredentialRecords credentials;
    private final Map<Integer, Optional<Credential>> verified = new HashMap<>();

    Statement(CommandContext context, Site site, Profile profile) {
        this.context = context;
        this.site = site;
        this.profile = profile;
        this.credentials = context.unit().credentials();
    }

    void renewIfDue(IssuedCredential credential, LeaseRenewal renewal, Held held) {
        if (credential.terms().hasEnded(context.now())) {
            return;
        }
        SignedCredential newest = credentials
                .newestStatement(site.customer(), credential.serial())
                .orElseThrow(() -> new IllegalStateException("a credential on a phone has no statement"));
        int issuingEpoch = new SiteKeys(context.environment(), context.unit()).issuingEpoch(site, Purpose.CREDENTIAL);
        Credential next =
                Statements.credential(site, issuingEpoch, profile, credential, newest.holderKey(), context.now());
        boolean due = renewal.isDue(newest.leaseEnd(), next.leaseEnd())
                || !saysTheSame(next, newest)
                || !isKnown(newest, held);
        if (due) {
            sign(credential, newest, next);
        }
    }

    private void sign(IssuedCredential credential, SignedCredential newest, Credential next) {
        try (SigningKeyPair key =
                new SiteKeys(context.environment(), context.unit()).issuing(site, Purpose.CREDENTIAL)) {
            Bytes signed = new StatementSigner(context.crypto(site))
                    .sign(key.privateKey(), next)
                    .bytes();
            int number = newest.number() + 1;
            Statements.keep(
                    context,
                    new SignedCredential(
                            site.customer(), credential.serial(), number, newest.holderKey(), next.leaseEnd(), signed),
                    next);
            credentials.dropStatementsBefore(site.customer(), credential.serial(), newest.number(), next.leaseEnd());
        }
    }

    /** The issuing epoch of the statement that the phone holds, 0 for one that is not known. */
    int heldEpoch(long serial, Held held) {
        CryptoSuite crypto = context.crypto(site);
        Bytes reference = held.credential().orElse(Bytes.EMPTY);
        Optional<SignedCredential> newest = credentials.newestStatement(site.customer(), serial);
        return newest.filter(known -> reference.equals(reference(crypto, known.statement())))
                .or(() -> newest.flatMap(known -> credentials.statement(site.customer(), serial, known.number() - 1))
                        .filter(known -> reference.equals(reference(crypto, known.statement()))))
                .flatMap(this::signed)
                .map(Credential::issuingEpoch)
                .orElse(0);
    }

    /** What a statement says; empty where the key that signed it is forgotten. */
    private Optional<Credential> signed(SignedCredential statement) {
        return verified.computeIfAbsent(statement.number(), number -> verify(statement));
    }

    private Optional<Credential> verify(SignedCredential statement) {
        try {
            return Optional.of(context.trust(site)
                    .verifyCredentialAsIssued(statement.statement())
                    .value());
        } catch (StatementException ofAnEndedEpoch) {
            return Optional.empty();
        }
    }

    /** Whether the signed statement says what would be signed now, but for the times of signing and lease. */
    private boolean saysTheSame(Credential next, SignedCredential newest) {
        return signed(newest).filter(signed -> saysTheSame(next, signed)).isPresent();
    }

    private static boolean saysTheSame(Credential next, Credential signed) {
        return signed.issuingEpoch() == next.issuingEpoch()
                && signed.accessNumber() == next.accessNumber()
                && signed.validFrom().equals(next.validFrom())
                && signed.validUntil().equals(next.validUntil())
                && signed.groups().equals(next.groups())
                && signed.technology() == next.technology()
                && signed.flags().equals(next.flags());
    }

    /** Whether the phone holds the newest statement or the one before; a restored manager may not know either. */
    private boolean isKnown(SignedCredential newest, Held held) {
        CryptoSuite crypto = context.crypto(site);
        Bytes reference = held.credential().orElse(Bytes.EMPTY);
        return reference.equals(reference(crypto, newest.statement()))
                || credentials
                        .statement(site.customer(), newest.serial(), newest.number() - 1)
                        .filter(before -> reference.equals(reference(crypto, before.statement())))
                        .isPresent();
    }

    static Bytes reference(CryptoSuite crypto, Bytes statement) {
        return crypto.sha256(statement).slice(0, Signed.REFERENCE_SIZE_BYTES);
    }
}
