package io.lintel.sdk.command.credential;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.outbox.Notices;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CodeDelivery;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.Arrays;

/**
 * Makes activations and their codes.
 *
 * <p>A code is derived, by HKDF from a key in the vault, from its activation's number and command: so it is as strong as a
 * drawn one, only its hash is stored ({@code ACT-19}), and a repeated command still returns the first code.
 */
public final class Tickets {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Octets from here on are not used, so that every character is equally likely. */
    private static final int UNBIASED = 256 / ALPHABET.length() * ALPHABET.length();

    private static final int KEY_STREAM_SIZE = 255;

    private Tickets() {}

    /** Opens an activation for a credential; the caller stores its number and end with the credential. */
    public static Activation open(CommandContext context, Site site, Profile profile, long serial) {
        return open(context, site, profile, serial, CodeDelivery.TO_PERSON);
    }

    static Activation open(CommandContext context, Site site, Profile profile, long serial, CodeDelivery delivery) {
        CustomerId customer = site.customer();
        long number = context.unit().counters().next(customer, Counter.ACTIVATION);
        Instant expires = profile.activation()
                .boundedValidity()
                .map(validity -> Calendars.plus(context.now(), validity))
                .orElse(Calendars.END_OF_TIME);
        Activation activation =
                new Activation(customer, number, serial, context.id(), context.now(), expires, new Activation.Open());
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        context.unit()
                .activations()
                .add(activation, hash(context.crypto(site), code(keys, context.crypto(site), activation)));
        Notices.queue(context, profile.notifications(), activation, delivery);
        return activation;
    }

    /** The ticket of an activation that exists. */
    public static ActivationTicket ticket(CommandContext context, Site site, long activation) {
        Activation found = context.unit()
                .activations()
                .find(site.customer(), activation)
                // A command that is repeated after its credential was deleted with all of its history.
                .orElseThrow(() -> new ManagerException.NotFound("activation " + activation));
        return ticket(context.environment(), context.unit(), site, found);
    }

    /** The same outside a command. */
    public static ActivationTicket ticket(Environment environment, UnitOfWork unit, Site site, Activation activation) {
        SiteKeys keys = new SiteKeys(environment, unit);
        return new ActivationTicket(
                site.suite(),
                keys.managerPublicKey(site.suite()),
                code(keys, environment.crypto(site.suite()), activation),
                activation.expires());
    }

    public static Bytes hash(CryptoSuite crypto, ActivationCode code) {
        return crypto.sha256(Bytes.utf8("lintel/1/activation-code"), Bytes.of(0), Bytes.utf8(code.text()));
    }

    private static ActivationCode code(SiteKeys keys, CryptoSuite crypto, Activation activation) {
        try (SecretBytes key = keys.activationCode(activation.customer())) {
            return derive(crypto, key, activation.number(), activation.command());
        }
    }

    public static ActivationCode derive(CryptoSuite crypto, SecretBytes key, long number, CommandId command) {
        return derive(crypto, key, Bytes.concat(Bytes.utf8("code/" + number + "/"), command.value()));
    }

    /** The code of a project: from the same key, apart from all codes of single credentials. */
    public static ActivationCode deriveOfProject(CryptoSuite crypto, SecretBytes key, long number, CommandId command) {
        return derive(crypto, key, Bytes.concat(Bytes.utf8("project-code/" + number + "/"), command.value()));
    }

    private static ActivationCode derive(CryptoSuite crypto, SecretBytes key, Bytes info) {
        try (SecretBytes stream = crypto.hkdfExpand(key, info, KEY_STREAM_SIZE)) {
            byte[] octets = stream.copy();
            StringBuilder code = new StringBuilder(ActivationCode.LENGTH);
            for (int i = 0; i < octets.length && code.length() < ActivationCode.LENGTH; i++) {
                int octet = Byte.toUnsignedInt(octets[i]);
                if (octet < UNBIASED) {
                    code.append(ALPHABET.charAt(octet % ALPHABET.length()));
                }
            }
            Arrays.fill(octets, (byte) 0);
            return ActivationCode.parse(code.toString());
        }
    }
}
