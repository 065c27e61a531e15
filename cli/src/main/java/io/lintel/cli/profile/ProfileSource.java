package io.lintel.cli.profile;

import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import java.nio.file.Path;

/** Finds the profile that a person means. */
public final class ProfileSource {
    private ProfileSource() {}

    /** The built-in profile of this name, else the one in the file of this name. */
    public static Profile find(Shell shell, String nameOrFile) {
        return Profiles.names().contains(nameOrFile)
                ? Profiles.builtIn(nameOrFile)
                : Profiles.parse(TextFile.read(
                        shell.resolve(Path.of(nameOrFile)),
                        "Choose one of " + String.join(", ", Profiles.names()) + ", or a JSON file that exists."));
    }
}
