package io.lintel.cli;

import io.lintel.sdk.profile.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Our recommended policy in a file, with more time to answer: tests run on busy machines. */
final class PatientProfileFile {
    private static final String NAME = "patient.json";

    private PatientProfileFile() {}

    static String in(Path directory) {
        String standard = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));
        String patient = standard.replace("\"PT2S\"", "\"PT5S\"");
        if (patient.equals(standard)) {
            throw new AssertionError("the profile no longer has an answer time of two seconds");
        }
        try {
            Files.writeString(directory.resolve(NAME), patient);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return NAME;
    }
}
