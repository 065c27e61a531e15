package io.lintel.sdk.command;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.model.Site;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Makes the issuing keys of one epoch, for every purpose one, and has the root vouch for them. */
public final class IssuingKeys {

    private final CommandContext context;
    private final Site site;

    public IssuingKeys(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
    }

    /** Puts the keys into the vault, and returns what the root signed. */
    public List<Bytes> make(SigningKeyPair root, int epoch, Period validity) {
        List<Bytes> statements = new ArrayList<>();
        for (Purpose purpose : Purpose.values()) {
            statements.add(make(root, purpose, epoch, validity));
        }
        return statements;
    }

    private Bytes make(SigningKeyPair root, Purpose purpose, int epoch, Period validity) {
        CryptoSuite crypto = context.crypto(site);
        try (SigningKeyPair pair = crypto.generateSigningKeyPair()) {
            IssuingKey key = new IssuingKey(
                    site.project(),
                    purpose,
                    epoch,
                    pair.publicKey().encoded(),
                    context.now(),
                    Calendars.plus(context.now(), validity));
            new SiteKeys(context.environment(), context.unit())
                    .put(site.customer(), SiteKeys.issuingKind(purpose), epoch, pair.privateKey()::encoded);
            return new StatementSigner(crypto).sign(root.privateKey(), key).bytes();
        }
    }
}
