package io.lintel.cli.site;

import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.organisation.SystemType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the system: what pairs phones and readers. */
final class SystemOptions {
    @Option(names = "--demo", description = "For demonstration: id and key are public, credit is unlimited.")
    private boolean demo;

    @Option(
            names = "--system-id",
            paramLabel = "ID",
            description = "The distributor's code and 4 more letters and digits, where the profile has system ids.")
    private @Nullable String id;

    @Option(
            names = "--system-key-file",
            paramLabel = "FILE",
            description = "Holds the system key in its first line; - is standard input.")
    private @Nullable String keyFile;

    @Option(names = "--android-app", paramLabel = "NUMBER", description = "The app for Android.")
    private @Nullable Integer androidApp;

    @Option(names = "--ios-app", paramLabel = "NUMBER", description = "The app for iOS.")
    private @Nullable Integer iosApp;

    boolean areGiven() {
        return demo || id != null || keyFile != null || androidApp != null || iosApp != null;
    }

    /** The system key, where a file is named; the caller closes it. */
    Optional<TypedSecret> key(Shell shell) {
        return Optional.ofNullable(keyFile).map(file -> SecretFile.read(shell, file));
    }

    SystemEntry entry(String name, Optional<TypedSecret> key) {
        return new SystemEntry(
                name,
                demo ? SystemType.DEMO : SystemType.FULL,
                id == null ? "" : id,
                key,
                Optional.ofNullable(androidApp),
                Optional.ofNullable(iosApp));
    }
}
