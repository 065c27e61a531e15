package io.lintel.sdk.command.organisation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.organisation.SystemSettings;
import io.lintel.sdk.organisation.SystemType;
import io.lintel.sdk.profile.SystemRules;
import io.lintel.sdk.profile.SystemRules.SecretDisplay;
import io.lintel.sdk.store.KeyVault.KeyKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Keeps what pairs a customer's phones and readers: the key in the vault, the rest where people see it. */
final class SystemPairing {

    private static final int FINGERPRINT_SIZE = 4;

    private SystemPairing() {}

    /** Keeps a checked entry in place of what was there; an old key stays in the vault under its epoch. */
    static void keep(CommandContext context, Site site, SystemEntry entry, SystemRules rules) {
        CustomerId customer = site.customer();
        int epoch = context.unit().customers().systemKeyEpoch(customer);
        Optional<String> fingerprint = Optional.empty();
        try (SecretBytes key = key(entry, rules)) {
            if (key.size() > 0) {
                epoch++;
                context.unit().keys().put(customer, KeyKind.SYSTEM_KEY, epoch, key);
                fingerprint = Optional.of(fingerprint(context, site, key));
            }
        }
        SystemSettings settings = settings(entry, rules, fingerprint);
        context.unit().customers().rename(customer, entry.name());
        context.unit().customers().update(customer, settings, epoch);
    }

    /** What people see of an entry. */
    static SystemSettings settings(SystemEntry entry, SystemRules rules, Optional<String> fingerprint) {
        String id = entry.type() == SystemType.DEMO
                ? rules.demoPair().map(SystemRules.Demo::id).orElse("")
                : entry.id();
        return new SystemSettings(
                entry.type(),
                Optional.of(id).filter(text -> !text.isEmpty()),
                fingerprint.filter(text -> rules.secretDisplay() == SecretDisplay.FINGERPRINT),
                entry.androidApp(),
                entry.iosApp());
    }

    /** A copy of the key, for the caller to destroy; empty where there is none. */
    private static SecretBytes key(SystemEntry entry, SystemRules rules) {
        if (entry.type() == SystemType.DEMO) {
            String key = rules.demoPair().map(SystemRules.Demo::key).orElse("");
            return SecretBytes.takeOwnership(key.getBytes(StandardCharsets.UTF_8));
        }
        return SecretBytes.takeOwnership(
                entry.key().map(TypedSecret::octets).map(SecretBytes::copy).orElse(new byte[0]));
    }

    /** Keyed by a secret of the site's own: nobody can try keys against it, nor compare two sites. */
    private static String fingerprint(CommandContext context, Site site, SecretBytes key) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        byte[] copy = key.copy();
        try (SecretBytes secret = keys.activationCode(site.customer());
                SecretBytes own = context.crypto(site)
                        .hkdfExpand(secret, Bytes.utf8("system-key-fingerprint"), SiteKeys.SYMMETRIC_KEY_SIZE)) {
            return context.crypto(site).hmac(own, Bytes.copyOf(copy)).toHex().substring(0, 2 * FINGERPRINT_SIZE);
        } finally {
            Arrays.fill(copy, (byte) 0);
        }
    }
}
