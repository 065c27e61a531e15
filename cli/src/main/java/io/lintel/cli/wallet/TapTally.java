package io.lintel.cli.wallet;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How the taps of one command went. */
final class TapTally {
    private final Map<TapPath, Latencies> granted = new EnumMap<>(TapPath.class);
    private ExitCode exitCode = ExitCode.OK;

    /** Counts a tap and returns what to tell about it alone. */
    Answer add(TapResult result, long nanos) {
        double millis = Latencies.millis(nanos);
        Answer answer = Answer.empty().fact("event", "tap");
        if (result instanceof TapResult.Granted grant) {
            granted.computeIfAbsent(grant.path(), path -> new Latencies()).add(nanos);
            return answer.line(String.format(
                            Locale.ROOT, "Granted: the door opens (%s tap, %.1f ms).", name(grant.path()), millis))
                    .fact("result", "granted")
                    .fact("path", name(grant.path()))
                    .fact("millis", millis);
        }
        if (result instanceof TapResult.Denied denied) {
            note(ExitCode.REFUSED);
            String reason = denied.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
            return answer.line("Denied (" + reason + "): " + denied.reason().advice())
                    .fact("result", "denied")
                    .fact("reason", reason)
                    .fact("path", name(denied.path()))
                    .fact("millis", millis);
        }
        TapResult.Failed failed = (TapResult.Failed) result;
        boolean unknown = failed.outcome() == TapResult.Outcome.UNKNOWN;
        note(isAboutTheConnection(failed.error()) ? ExitCode.ENVIRONMENT : ExitCode.REFUSED);
        return answer.line("Not granted (" + failed.error().code() + "): "
                        + failed.error().advice() + (unknown ? " The door may have opened all the same." : ""))
                .fact("result", "failed")
                .fact("error", failed.error().code())
                .fact("mayHaveOpened", unknown)
                .fact("millis", millis);
    }

    /** What to tell about all of them. */
    Answer summary() {
        Answer answer = Answer.empty().fact("event", "summary");
        Map<String, Object> facts = new LinkedHashMap<>();
        granted.forEach((path, latencies) -> {
            answer.line(String.format(Locale.ROOT, "%-5s %s", name(path), latencies));
            facts.put(name(path), latencies.facts());
        });
        return answer.line("Times run from connecting to the verified answer.").fact("granted", facts);
    }

    /** What the process ends with: the first thing that went wrong. */
    ExitCode exitCode() {
        return exitCode;
    }

    private void note(ExitCode wrong) {
        if (exitCode == ExitCode.OK) {
            exitCode = wrong;
        }
    }

    private static boolean isAboutTheConnection(TapError error) {
        return error == TapError.TIMED_OUT || error == TapError.DISCONNECTED;
    }

    private static String name(TapPath path) {
        return path.name().toLowerCase(Locale.ROOT);
    }
}
