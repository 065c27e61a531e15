package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;

/** A duration as people type it: {@code 500ms}, {@code 60s}, {@code 10m} or {@code 2h}. */
final class ShortDuration implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,6})(ms|s|m|h)");

    @Override
    public Duration convert(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw CommandFailure.usage(
                    "cli.bad-duration", "\"" + text + "\" is not a duration. Write it as 500ms, 60s, 10m or 2h.");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }
}
