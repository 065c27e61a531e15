package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.Statements;
import io.lintel.sdk.command.activation.RedemptionDecision.Refusal;
import io.lintel.sdk.command.credential.Transitions;
import io.lintel.sdk.command.key.FirstKey;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialEvent;
import io.lintel.sdk.model.CredentialLifecycle;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import java.util.Optional;

/**
 * Decides on a redemption within one unit of work.
 *
 * <p>A code is used up by the first request that redeems it. The same request again, with the same holder key, gets the
 * same credential; whatever travels with it is the newest.
 */
public final class RedemptionRules {

    private static final long NO_LIST = 0;

    private RedemptionRules() {}

    public static RedemptionDecision decide(CommandContext context, RedemptionRequest request) {
        Optional<Activation> found = context.unit().activations().findByCodeHash(request.codeHash());
        if (found.isPresent()) {
            return decide(context, found.get(), request);
        }
        return context.unit()
                .projectCodes()
                .findByCodeHash(request.codeHash())
                .map(code -> ProjectRedemptions.decide(context, code, request))
                .orElseGet(() -> new Refusal(ActivationRefusal.UNKNOWN_CODE));
    }

    private static RedemptionDecision decide(CommandContext context, Activation activation, RedemptionRequest request) {
        Site site = context.site(activation.customer());
        if (site.suite() != request.suite()) {
            return new Refusal(ActivationRefusal.UNKNOWN_CODE);
        }
        if (context.unit().customers().isDeleted(site.customer())) {
            // Its codes wait for a restoration.
            return new Refusal(ActivationRefusal.CREDENTIAL_ENDED);
        }
        IssuedCredential credential = context.credential(activation.customer(), activation.serial());
        Activation.Status status = activation.status();
        if (status instanceof Activation.Redeemed redeemed) {
            return again(context, site, credential, redeemed, request);
        }
        if (status instanceof Activation.Clicked) {
            return new Refusal(ActivationRefusal.ALREADY_USED);
        }
        if (status instanceof Activation.Voided) {
            return new Refusal(
                    hasEnded(context, credential)
                            ? ActivationRefusal.CREDENTIAL_ENDED
                            : ActivationRefusal.UNKNOWN_CODE);
        }
        if (!context.now().isBefore(activation.expires())) {
            return new Refusal(ActivationRefusal.EXPIRED);
        }
        Optional<CredentialState> next = CredentialLifecycle.next(
                context.profile(site.customer()), credential.stateAt(context.now()), CredentialEvent.REDEEM);
        if (next.isEmpty() || hasEnded(context, credential)) {
            return new Refusal(ActivationRefusal.CREDENTIAL_ENDED);
        }
        return first(context, site, Transitions.enter(context, credential, next.get()), activation, request);
    }

    private static RedemptionDecision first(
            CommandContext context,
            Site site,
            IssuedCredential credential,
            Activation activation,
            RedemptionRequest request) {
        SignedCredential signed = activate(context, site, credential, request.holderKey());
        context.unit()
                .activations()
                .update(activation.with(
                        new Activation.Redeemed(request.requestId(), request.holderKey(), context.now())));
        return new RedemptionDecision.Grant(Grants.of(context, site, credential, signed.statement()));
    }

    /** Signs a credential, whose state is that of a redeemed one, for its phone. */
    static SignedCredential activate(CommandContext context, Site site, IssuedCredential credential, Bytes holderKey) {
        SignedCredential signed = sign(context, site, credential, holderKey);
        noteKeys(context, site, credential.serial());
        if (credential.state() == CredentialState.ACTIVE) {
            context.unit().people().setDeviceStatus(site.customer(), credential.device(), Device.Status.ACTIVE);
        }
        context.record(site.customer(), Change.Kind.CREDENTIAL_ACTIVATED, credential.serial());
        return signed;
    }

    /** The phone gets these keys with the credential, or has none at all. */
    private static void noteKeys(CommandContext context, Site site, long serial) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        KeyEpochs issuing = keys.epochs(site, KeySet.ISSUING);
        context.unit()
                .keyEpochs()
                .put(
                        site.customer(),
                        new PhoneKeys(
                                serial,
                                FirstKey.of(context.unit(), site.customer()),
                                issuing.newest(),
                                issuing.signing(),
                                NO_LIST,
                                context.now()));
    }

    private static RedemptionDecision again(
            CommandContext context,
            Site site,
            IssuedCredential credential,
            Activation.Redeemed redeemed,
            RedemptionRequest request) {
        boolean same = redeemed.requestId().constantTimeEquals(request.requestId())
                && redeemed.holderKey().constantTimeEquals(request.holderKey());
        return same ? again(context, site, credential) : new Refusal(ActivationRefusal.ALREADY_USED);
    }

    /** The same credential for the phone that has it already; whatever travels with it is the newest. */
    static RedemptionDecision again(CommandContext context, Site site, IssuedCredential credential) {
        if (hasEnded(context, credential)) {
            return new Refusal(ActivationRefusal.CREDENTIAL_ENDED);
        }
        SignedCredential newest = context.unit()
                .credentials()
                .newestStatement(site.customer(), credential.serial())
                .orElseThrow(() -> new IllegalStateException("an active credential has no statement"));
        if (isOfAnEndedEpoch(context, site, credential.serial())) {
            newest = sign(context, site, credential, newest.holderKey());
            noteKeys(context, site, credential.serial());
        }
        return new RedemptionDecision.Grant(Grants.of(context, site, credential, newest.statement()));
    }

    /** Whether the phone could not use what was signed for it, because its keys were rotated before it asked again. */
    private static boolean isOfAnEndedEpoch(CommandContext context, Site site, long serial) {
        int minimum = new SiteKeys(context.environment(), context.unit())
                .epochs(site, KeySet.ISSUING)
                .minimum();
        int signed = context.unit()
                .keyEpochs()
                .phone(site.customer(), serial)
                .map(PhoneKeys::credential)
                .orElse(SiteKeys.FIRST_ISSUING_EPOCH);
        return signed < minimum;
    }

    private static boolean hasEnded(CommandContext context, IssuedCredential credential) {
        return credential.terms().hasEnded(context.now()) || !credential.state().isLive();
    }

    private static SignedCredential sign(
            CommandContext context, Site site, IssuedCredential credential, Bytes holderKey) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        Credential statement = Statements.credential(
                site,
                keys.issuingEpoch(site, Purpose.CREDENTIAL),
                context.profile(site.customer()),
                credential,
                holderKey,
                context.now());
        int number = context.unit()
                .credentials()
                .newestStatement(site.customer(), credential.serial())
                .map(newest -> newest.number() + 1)
                .orElse(1);
        try (SigningKeyPair key = keys.issuing(site, Purpose.CREDENTIAL)) {
            Bytes signed = new StatementSigner(context.crypto(site))
                    .sign(key.privateKey(), statement)
                    .bytes();
            SignedCredential kept = new SignedCredential(
                    site.customer(), credential.serial(), number, holderKey, statement.leaseEnd(), signed);
            Statements.keep(context, kept, statement);
            return kept;
        }
    }
}
