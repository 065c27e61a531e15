package io.lintel.sdk.command.key;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.Signed;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.IssuingKeys;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.reader.Recertification;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.KeyVault;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Does what the steps of a rotation are: makes keys, has others use them, ends old ones. */
public final class RotationSteps {

    private final CommandContext context;
    private final Site site;
    private final KeySet keys;

    public RotationSteps(CommandContext context, Site site, KeySet keys) {
        this.context = context;
        this.site = site;
        this.keys = keys;
    }

    /** Takes a step from where the keys stand, whoever stops, and returns where they stand then. */
    public KeyEpochs take(RotationStep step, KeyEpochs epochs) {
        KeyEpochs after = epochs.after(keys, step);
        if (step == RotationStep.BEGIN) {
            make(after);
        }
        context.unit().keyEpochs().set(site.customer(), keys, after);
        if (step == RotationStep.READERS && keys == KeySet.ISSUING) {
            Recertification.ofAll(context, site);
        }
        if (step == RotationStep.FINISH) {
            forgetBelow(epochs, after.minimum());
            Lists.publish(context, site, context.profile(site.customer()));
        }
        context.record(site.customer(), kind(step), keys.name().toLowerCase(Locale.ROOT) + "-" + after.newest());
        return after;
    }

    private static Change.Kind kind(RotationStep step) {
        return switch (step) {
            case BEGIN -> Change.Kind.KEY_ROTATION_BEGUN;
            case READERS -> Change.Kind.KEY_ROTATION_AT_READERS;
            case SIGN -> Change.Kind.KEY_ROTATION_SIGNING;
            case FINISH -> Change.Kind.KEY_ROTATION_FINISHED;
        };
    }

    private void make(KeyEpochs after) {
        if (keys == KeySet.PROJECT) {
            makeProjectKey(after);
        } else {
            makeIssuingKeys(after);
        }
    }

    private void makeProjectKey(KeyEpochs after) {
        CustomerId customer = site.customer();
        SiteKeys vault = new SiteKeys(context.environment(), context.unit());
        vault.put(
                customer,
                KeyKind.PROJECT,
                after.newest(),
                () -> SecretBytes.random(
                        SiteKeys.SYMMETRIC_KEY_SIZE, context.environment().random()));
        if (context.profile(customer).enrolment().selfService()) {
            try (SigningKeyPair pair = context.crypto(site).generateSigningKeyPair()) {
                vault.put(customer, KeyKind.HAND_OFF, after.newest(), pair.privateKey()::encoded);
            }
        }
    }

    /** Adds the new ones; those that an earlier rotation ended go, now that nobody holds anything of theirs. */
    private void makeIssuingKeys(KeyEpochs after) {
        Foundation foundation = context.unit().sites().foundation(site.customer());
        ProjectTrust trust = ProjectTrust.pin(context.crypto(site), foundation.root(), foundation.issuingKeys());
        List<Bytes> statements = new ArrayList<>(trust.issuingKeys().stream()
                .filter(key -> key.value().epoch() >= after.minimum())
                .map(Signed::bytes)
                .toList());
        try (SigningKeyPair root = new SiteKeys(context.environment(), context.unit()).root(site)) {
            statements.addAll(new IssuingKeys(context, site)
                    .make(
                            root,
                            after.newest(),
                            context.profile(site.customer()).keys().issuingValidity()));
        }
        context.unit().keyEpochs().replaceIssuingKeys(site.customer(), statements);
    }

    /** Public keys stay for one more rotation: phones verify by them what they still hold. */
    private void forgetBelow(KeyEpochs before, int minimum) {
        KeyVault vault = context.unit().keys();
        for (int epoch = before.minimum(); epoch < minimum; epoch++) {
            if (keys == KeySet.PROJECT) {
                vault.remove(site.customer(), KeyKind.PROJECT, epoch);
                vault.remove(site.customer(), KeyKind.HAND_OFF, epoch);
            } else {
                for (Purpose purpose : Purpose.values()) {
                    vault.remove(site.customer(), SiteKeys.issuingKind(purpose), epoch);
                }
            }
        }
    }
}
