package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.reader.ReaderEntry;
import io.lintel.sdk.reader.ReaderFile;
import io.lintel.sdk.store.UnitOfWork;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** Writes the file of a site's readers, as they are registered. */
public final class ReaderExport {

    private static final int PAGE = 500;

    private ReaderExport() {}

    /** Writes the whole file; the stream stays open. */
    public static void write(UnitOfWork unit, CustomerId customer, OutputStream out) throws IOException {
        int after = 0;
        List<RegisteredReader> page;
        try (ReaderFile.Writer file = new ReaderFile.Writer(out)) {
            do {
                page = unit.registrations().list(customer, after, PAGE);
                for (RegisteredReader reader : page) {
                    after = reader.number();
                    Optional<Bytes> fingerprint =
                            unit.readers().find(customer, after).map(EnrolledReader::keyFingerprint);
                    file.add(ReaderEntry.of(reader.details(), fingerprint));
                }
            } while (page.size() == PAGE);
        }
    }
}
