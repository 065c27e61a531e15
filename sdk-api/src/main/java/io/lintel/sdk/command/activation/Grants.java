package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.key.FirstKey;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Packs what a phone needs of its site. */
public final class Grants {

    /** Readers beyond these are met by {@code who}. */
    private static final int MAX_CERTIFICATES = 200;

    private static final int PAGE = 500;

    /** Room for all but certificates and list: root, issuing keys, credential, project key, name, claim and their tags. */
    private static final int RESERVED_SIZE = 4096;

    private static final int TAG_SIZE = 4;

    private Grants() {}

    public static ActivationGrant of(CommandContext context, Site site, IssuedCredential credential, Bytes statement) {
        Foundation foundation = context.unit().sites().foundation(site.customer());
        List<Bytes> certificates = certificates(context, site, credential.terms());
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        // The first check-in, due at once, brings the next.
        int keyEpoch = FirstKey.of(context.unit(), site.customer());
        return new ActivationGrant(
                foundation.root(),
                foundation.issuingKeys(),
                statement,
                keyEpoch,
                keys.project(site, keyEpoch),
                certificates,
                list(context, site, certificates),
                credential
                        .keyName()
                        .orElseGet(() -> context.unit()
                                .organisations()
                                .settings(site.customer())
                                .keyName()),
                context.profile(site.customer()).enrolment().selfService()
                        ? Optional.of(HandOffs.sign(context, site, credential))
                        : Optional.empty());
    }

    private static List<Bytes> certificates(CommandContext context, Site site, IssuedCredential.Terms terms) {
        List<Bytes> certificates = new ArrayList<>();
        int after = 0;
        List<EnrolledReader> page;
        do {
            page = context.unit().readers().list(site.customer(), after, PAGE);
            for (EnrolledReader reader : page) {
                after = reader.number();
                boolean opens = !compromised(context, reader)
                        && reader.technology() == terms.technology()
                        && !Collections.disjoint(reader.groups(), terms.groups());
                if (opens && certificates.size() < MAX_CERTIFICATES) {
                    certificates.add(reader.certificate());
                }
            }
        } while (page.size() == PAGE && certificates.size() < MAX_CERTIFICATES);
        return certificates;
    }

    private static boolean compromised(CommandContext context, EnrolledReader reader) {
        return context.unit()
                .compromisedReaders()
                .find(reader.customer(), reader.number())
                .isPresent();
    }

    /** A list that is too long for the answer reaches the phone by other ways. */
    private static Optional<Bytes> list(CommandContext context, Site site, List<Bytes> certificates) {
        int taken = RESERVED_SIZE
                + certificates.stream()
                        .mapToInt(certificate -> certificate.size() + TAG_SIZE)
                        .sum();
        return context.unit()
                .revocationLists()
                .newest(site.customer())
                .map(PublishedList::statement)
                .filter(list -> list.size() + TAG_SIZE <= ActivationGrant.MAX_SIZE_BYTES - taken);
    }
}
