package io.lintel.sdk.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The people of a CSV file (RFC 4180) with the columns {@code First name}, {@code Last name}, {@code E-mail}, {@code ID} and, if
 * wanted, {@code Sync ID} (requirements 27).
 *
 * <p>UTF-8, with or without a byte order mark. The first line names the columns, in any order and case. Columns are parted by commas,
 * or by semicolons where the first line has one. Quoted fields may hold separators, quotes and line breaks. Every line has as
 * many fields as the first; empty lines are passed over. {@code ID} is the access number and may be empty.
 *
 * @param file the file
 */
public record CsvDirectory(ImportFile file) implements HostDirectory {

    private static final int MAX_DIGITS = 18;

    @Override
    public void read(Visitor visitor) throws IOException {
        try (InputStream in = file.openWithinBound()) {
            read(new CsvRecords(in), visitor);
        }
    }

    private static void read(CsvRecords records, Visitor visitor) throws IOException {
        Optional<CsvRecords.Line> header = records.next();
        if (header.isEmpty()) {
            visitor.problem(1, "the file is empty; it needs a first line with the names of the columns");
            return;
        }
        Optional<CsvColumns> columns = CsvColumns.of(header.get(), visitor);
        if (columns.isEmpty()) {
            return;
        }
        for (Optional<CsvRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
            person(line.get(), columns.get(), visitor);
        }
    }

    private static void person(CsvRecords.Line line, CsvColumns columns, Visitor visitor) {
        if (line.problem().isPresent()) {
            visitor.problem(line.number(), line.problem().get());
            return;
        }
        if (line.fields().size() != columns.count()) {
            visitor.problem(
                    line.number(),
                    "the line has " + line.fields().size() + " fields, and the first line " + columns.count());
            return;
        }
        String id = columns.value(line, CsvColumns.Column.ID);
        if (!id.matches("[0-9]{0," + MAX_DIGITS + "}")) {
            visitor.problem(line.number(), "ID is a number of at most " + MAX_DIGITS + " digits, or empty");
            return;
        }
        String syncId = columns.value(line, CsvColumns.Column.SYNC_ID);
        visitor.person(
                line.number(),
                new HostPerson(
                        columns.value(line, CsvColumns.Column.FIRST_NAME),
                        columns.value(line, CsvColumns.Column.LAST_NAME),
                        columns.value(line, CsvColumns.Column.E_MAIL),
                        id.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(id)),
                        Optional.of(syncId).filter(text -> !text.isEmpty())));
    }
}
