package io.lintel.sdk.command.checkin;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Signed;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.Site;
import java.util.Collection;
import java.util.List;

/** Notes which keys a phone says that it holds: a rotation waits for its word, not for what was sent to it. */
final class HeldKeys {

    private HeldKeys() {}

    static void note(CommandContext context, Site site, ProjectTrust trust, long serial, Held held, int credential) {
        context.unit()
                .keyEpochs()
                .put(
                        site.customer(),
                        new PhoneKeys(
                                serial,
                                held.keyEpoch(),
                                issuingKeys(context.crypto(site), trust, held),
                                credential,
                                held.listEpoch(),
                                context.now()));
    }

    /** The epoch up to which the site's issuing keys have the phone's digest, 0 where it holds others. */
    private static int issuingKeys(CryptoSuite crypto, ProjectTrust trust, Held held) {
        Collection<Signed<IssuingKey>> keys = trust.issuingKeys();
        return held.issuingKeys()
                .flatMap(digest -> keys.stream()
                        .map(key -> key.value().epoch())
                        .distinct()
                        .filter(epoch ->
                                Held.digestOf(crypto, upTo(keys, epoch)).equals(digest))
                        .findFirst())
                .orElse(0);
    }

    private static List<Bytes> upTo(Collection<Signed<IssuingKey>> keys, int epoch) {
        return keys.stream()
                .filter(key -> key.value().epoch() <= epoch)
                .map(Signed::bytes)
                .toList();
    }
}
