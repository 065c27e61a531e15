package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.link.ToldReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import java.util.Optional;

/**
 * Signs another configuration for a reader where the newest one no longer says what the site says, or has not reached it.
 * Revocation lists travel by themselves, and directories with whatever else changes: neither is a reason. A reader that was
 * never configured gets nothing this way: an installer chooses its transports first.
 */
public final class DueConfiguration {

    private DueConfiguration() {}

    /** Whether one is due, and no more: it costs no signature, and leaves no trace. */
    public static boolean isDue(CommandContext context, int reader, Site site, long revision) {
        return told(context, reader, site)
                .filter(told -> revision < told.revision()
                        || !settings(context, told, site).equals(told.settings()))
                .isPresent();
    }

    /** Signs one if it is due; the caller closes it. It is audited like every export ({@code KEY-08}). */
    public static Optional<ReaderArtefact> sign(CommandContext context, int reader, Site site, long revision) {
        if (!isDue(context, reader, site, revision)) {
            return Optional.empty();
        }
        return told(context, reader, site)
                .map(told ->
                        new ReaderConfigurationExport(request(told, told.directory())).result(context, Facts.none()));
    }

    private static Optional<ToldReader> told(CommandContext context, int reader, Site site) {
        return context.unit().links().told(site.customer(), reader);
    }

    private static Bytes settings(CommandContext context, ToldReader told, Site site) {
        int keyEpoch = new SiteKeys(context.environment(), context.unit())
                .epochs(site, KeySet.PROJECT)
                .readers();
        ExportReaderConfiguration request = request(told, ExportReaderConfiguration.Directory.NONE);
        try (ReaderContent content = context.unit()
                .readers()
                .find(site.customer(), told.reader())
                .map(reader -> new ReaderContents(context, site).of(reader, request, keyEpoch))
                .orElseThrow()) {
            return content.settingsDigest(context.crypto(site));
        }
    }

    private static ExportReaderConfiguration request(ToldReader told, ExportReaderConfiguration.Directory directory) {
        return new ExportReaderConfiguration(told.customer(), told.reader(), told.transports(), directory);
    }
}
