package io.lintel.cli.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.profile.Profiles;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows all values of a profile. */
@Command(
        name = "show",
        header = "Print a profile as JSON, for instance to make your own from it",
        footer = {"", "Example:", "  lintel profile show lintel > ours.json"})
public final class ProfileShow implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Shell shell;

    @Parameters(paramLabel = "NAME|FILE", description = "A built-in profile's name, or a file.")
    private String profile = Profiles.DEFAULT;

    /** A command of this shell. */
    public ProfileShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String text = Profiles.print(ProfileSource.find(shell, profile));
        Answer answer = Answer.empty();
        text.lines().forEach(answer::line);
        values(text).forEach(answer::fact);
        shell.print(answer);
        return ExitCode.OK.number();
    }

    private static Map<String, Object> values(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a printed profile is not JSON", e);
        }
    }
}
