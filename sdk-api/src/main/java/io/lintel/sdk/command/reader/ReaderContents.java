package io.lintel.sdk.command.reader;

import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.reader.DoorSettings;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.reader.SystemPair;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.ReaderRules;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ExportReaderConfiguration.Directory;
import io.lintel.sdk.reader.ReaderModes;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packs what a reader needs of its site. What waits for a publication is not in it ({@code SYN-02}). */
final class ReaderContents {

    private final CommandContext context;
    private final Site site;
    private final CustomerId customer;

    ReaderContents(CommandContext context, Site site) {
        this.context = context;
        this.site = site;
        this.customer = site.customer();
    }

    ReaderContent of(EnrolledReader reader, ExportReaderConfiguration request, int keyEpoch) {
        Foundation foundation = context.unit().sites().foundation(customer);
        ReaderRules rules = context.profile(customer).readers();
        DoorModes modes = modes(reader);
        SecretBytes projectKey = new SiteKeys(context.environment(), context.unit()).project(site, keyEpoch);
        return new ReaderContent(
                foundation.root(),
                foundation.issuingKeys(),
                reader.certificate(),
                new ProjectKey(keyEpoch, projectKey),
                Optional.of(Lists.newestFor(context.unit(), customer, reader.number())
                        .statement()),
                request.directory() == Directory.GIVEN ? Directories.of(context, reader) : List.of(),
                policy(rules.settings(request.transports()), modes.modes()),
                rules.coldAfterUses(),
                rules.coldAfter(),
                new DoorSettings(
                        reader.name(),
                        modes.signalPercent(),
                        modes.oneTapPercent(),
                        ReaderProjects.published(context.unit(), customer)),
                system(),
                Optional.of(new SiteKeys(context.environment(), context.unit()).managerPublicKey(site.suite())));
    }

    /** What phones may do at this door by the publication, a reader enforces too. */
    private static PolicySettings policy(PolicySettings profiles, Set<Trigger> modes) {
        EnumSet<Trigger> triggers = EnumSet.noneOf(Trigger.class);
        triggers.addAll(profiles.triggers());
        triggers.retainAll(modes);
        return new PolicySettings(
                profiles.transports(),
                triggers,
                profiles.personVerification(),
                profiles.maxAnswerTime(),
                profiles.staleAllowance(),
                profiles.clock());
    }

    /** Before its first publication a reader is as new ones are. */
    private DoorModes modes(EnrolledReader reader) {
        ReaderDetails details = context.unit()
                .registrations()
                .findPublished(customer, reader.number())
                .map(PublishedReader::details)
                .orElseGet(() -> ReaderDetails.named(reader.name()));
        return ReaderModes.of(
                details, context.unit().organisations().settings(customer).identification());
    }

    /** The very record that people see and edit, so that portal and readers cannot differ ({@code SYS-08}). */
    private Optional<SystemPair> system() {
        int epoch = context.unit().customers().systemKeyEpoch(customer);
        return context.unit()
                .customers()
                .find(customer)
                .flatMap(found -> found.system().id())
                .flatMap(id -> context.unit()
                        .keys()
                        .open(customer, KeyKind.SYSTEM_KEY, epoch)
                        .map(key -> new SystemPair(id, key)));
    }
}
