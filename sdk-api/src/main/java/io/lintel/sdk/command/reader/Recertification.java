package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Site;
import java.util.List;

/** Signs the certificates of all readers anew, for the same keys, groups and colours: with other issuing keys. */
public final class Recertification {

    private static final int PAGE = 500;

    private Recertification() {}

    /** Those of compromised readers stay as they are. */
    public static void ofAll(CommandContext context, Site site) {
        int after = 0;
        List<EnrolledReader> page;
        do {
            page = context.unit().readers().list(site.customer(), after, PAGE);
            for (EnrolledReader reader : page) {
                after = reader.number();
                ReaderCertificates.renew(context, site, reader, reader.name(), reader.groups(), reader.technology());
            }
        } while (page.size() == PAGE);
    }
}
