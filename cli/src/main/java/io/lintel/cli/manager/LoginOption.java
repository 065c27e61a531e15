package io.lintel.cli.manager;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.SecretFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say on whose behalf a command is given; without them it is the embedding software itself. */
final class LoginOption {
    private static final String SOURCE = "command line";

    @Option(
            names = "--as",
            paramLabel = "E-MAIL",
            description =
                    "Act as this login, with its rights. Default: as the software itself, which may do everything.")
    private @Nullable String email;

    @Option(
            names = "--as-password-file",
            paramLabel = "FILE",
            description =
                    "Holds that login's password in its first line; - is standard input. Default: ${DEFAULT-VALUE}.")
    private String passwordFile = SecretFile.STANDARD_INPUT;

    @Option(
            names = "--workspace",
            paramLabel = "ID",
            description = "With --as and a distributor's login: work in this site's workspace.")
    private @Nullable String workspace;

    /** The manager on behalf of whoever is meant. */
    Manager as(Shell shell, Manager host) {
        if (email == null) {
            if (workspace != null) {
                throw CommandFailure.usage("cli.workspace-without-login", "Give --as with --workspace.");
            }
            return host;
        }
        return host.as(inWorkspace(admitted(shell, host, email)));
    }

    private Principal admitted(Shell shell, Manager host, String login) {
        try (TypedSecret password = SecretFile.read(shell, passwordFile)) {
            LoginOutcome outcome = host.logins().login(new LoginAttempt(login, password, SOURCE));
            if (outcome instanceof LoginOutcome.Admitted admitted) {
                return admitted.principal();
            }
            throw CommandFailure.refused("cli.login", why(outcome));
        }
    }

    private static String why(LoginOutcome outcome) {
        if (outcome instanceof LoginOutcome.TooManyAttempts wait) {
            return "There were too many attempts. Try again in "
                    + wait.retryAfter().toSeconds() + " seconds.";
        }
        return outcome instanceof LoginOutcome.PasswordExpired
                ? "That password has expired. Set another one: lintel login reset"
                : "That is not a login with its password. Check both; see which there are: lintel login list";
    }

    private Principal inWorkspace(Principal principal) {
        if (workspace == null) {
            return principal;
        }
        if (principal instanceof Principal.DistributorAdmin distributor) {
            return distributor.in(new CustomerId(workspace));
        }
        throw CommandFailure.usage("cli.no-workspaces", "Only a distributor's login has workspaces. Leave it out.");
    }
}
