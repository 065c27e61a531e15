package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.ManagerKeyFile.ManagerKey;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a bare code does not say, and a link does: where the manager is, and its public key. */
final class ManagerOptions {
    private static final String SCHEME = "lintel:";

    @Option(
            names = "--manager",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where the manager is, for a code. Default: ${DEFAULT-VALUE}.")
    private HostAndPort address = new HostAndPort("127.0.0.1", 7400);

    @Option(
            names = "--manager-key",
            paramLabel = "KEY|FILE",
            description =
                    "The manager's public key, for a code: as \"credential issue --json\" prints it, or the file that"
                            + " \"site create\" wrote. Default: ${DEFAULT-VALUE}.")
    private String key = "lintel.db.manager";

    /** The link that was typed, or the one that a typed code makes. */
    ActivationLink link(Shell shell, String typed) {
        if (typed.strip().startsWith(SCHEME)) {
            return ActivationLink.parse(typed);
        }
        ActivationCode code = ActivationCode.parse(typed);
        ManagerKey manager = managerKey(shell);
        return new ActivationLink(manager.suite(), manager.key(), code, address.host(), address.port());
    }

    private ManagerKey managerKey(Shell shell) {
        @Nullable ManagerKey given = ManagerKeyFile.parse(key).orElse(null);
        if (given != null) {
            return given;
        }
        Path file = shell.resolve(Path.of(key));
        if (!Files.exists(file)) {
            throw CommandFailure.usage(
                    "cli.whose-code",
                    "A code alone does not say whose it is, and there is no file " + key + " here. Use the activation"
                            + " link instead, or give the manager's public key with --manager-key.");
        }
        List<ManagerKey> keys = ManagerKeyFile.read(file);
        if (keys.size() != 1) {
            throw CommandFailure.usage(
                    "cli.which-suite",
                    "The file " + key + " holds " + keys.size() + " keys, one for each suite. Use the activation link"
                            + " instead, or give one of them with --manager-key.");
        }
        return keys.get(0);
    }
}
