package io.lintel.store.file;

import io.lintel.protocol.phone.Enrolment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The enrolments in a directory, and the files that should hold one and do not. */
record EnrolmentFiles(List<EnrolmentFile> readable, List<UnreadableEnrolment> unreadable) {
    static final String SUFFIX = ".enrolment";

    /** Reads them all. One that is damaged does not take the others away; a file system that fails does. */
    static EnrolmentFiles in(DurableDirectory directory) {
        List<EnrolmentFile> readable = new ArrayList<>();
        List<UnreadableEnrolment> unreadable = new ArrayList<>();
        for (String name : directory.names(SUFFIX)) {
            try {
                directory
                        .read(FileKind.ENROLMENT, name)
                        .map(content -> EnrolmentFile.decode(content, directory.path(name)))
                        .ifPresent(readable::add);
            } catch (FileStoreException.Corrupt | FileStoreException.NewerFormat wrong) {
                unreadable.add(new UnreadableEnrolment(directory.path(name), String.valueOf(wrong.getMessage())));
            }
        }
        return new EnrolmentFiles(List.copyOf(readable), List.copyOf(unreadable));
    }

    List<Enrolment> oldestFirst() {
        return readable.stream()
                .sorted(Comparator.comparingLong(EnrolmentFile::order))
                .map(EnrolmentFile::enrolment)
                .toList();
    }

    /** The order of the enrolment that was saved last, 0 if there is none. */
    long lastOrder() {
        return readable.stream().mapToLong(EnrolmentFile::order).max().orElse(0);
    }
}
