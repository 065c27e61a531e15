package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.phone.TapResult;
import java.util.List;
import java.util.function.Supplier;

/** The third chapter: people who should not get in do not get in. The reader's own lines say so too. */
final class Attacks {
    private final Town town;
    private final Teller teller;
    private final Shell shell;
    private final Tapping tapping;

    Attacks(Town town, Teller teller, Shell shell, Tapping tapping) {
        this.town = town;
        this.teller = teller;
        this.shell = shell;
        this.tapping = tapping;
    }

    void tell() {
        teller.step(
                "cold tap replayed",
                "the recording is refused without a reason, no door opens",
                () -> unopened(this::replayCold, "cold-failed-gate"));
        teller.step(
                "fast tap replayed",
                "the recording is worth nothing: the reader asks for a cold tap, no door opens",
                () -> unopened(this::replayFast, "fast-missed"));
        teller.step(
                "forged credential",
                "a holder's phone with another access number and its own signature is refused",
                () -> unopened(this::forged, "cold-failed"));
        teller.step(
                "phone of another project",
                "the phone has nothing for this reader and sends nothing, no door opens",
                this::stranger);
    }

    private Sight replayCold() {
        List<String> replies = Replay.at(town.address(Founding.FRONT), tapping.recordedCold());
        return Sight.of("the reader answered " + replies, replies.equals(List.of("refused")));
    }

    private Sight replayFast() {
        List<String> replies = Replay.at(town.address(Founding.FRONT), tapping.recordedFast());
        return Sight.of("the reader answered " + replies, replies.equals(List.of("use cold")));
    }

    private Sight forged() {
        TapResult result = ForgedTap.at(
                town.address(Founding.FRONT),
                town.directory().resolve(Issuing.ADA),
                town.directory().resolve("forger"),
                shell);
        String error =
                result instanceof TapResult.Failed failed ? failed.error().code() : result.toString();
        return Sight.of("the modified phone was told: " + error, error.equals("refused"));
    }

    private Sight stranger() {
        String site = town.createSite("Elsewhere").path("site").asText();
        town.manage("person", "add", "Mallory", "--site", site);
        String link = town.manage("credential", "issue", "--site", site, "--manager", town.managerAddress())
                .path("link")
                .asText();
        town.phone("stranger-phone", "activate", link).orFail();
        Server reader = town.door(Founding.FRONT);
        int before = reader.seen();
        Finished tap = town.tap("stranger-phone", reader.address());
        JsonNode answer = tap.answer();
        boolean silent = reader.count(before, "access") == 0;
        return Sight.of(
                "the phone said: " + answer.path("error").asText() + ", exit status " + tap.exitCode(),
                answer.path("error").asText().equals("unknown-project") && tap.exitCode() == 1 && silent);
    }

    /** Attacks, and then wants the reader to have noticed, and to have decided nothing. */
    private Sight unopened(Supplier<Sight> attack, String noticed) {
        Server reader = town.door(Founding.FRONT);
        int before = reader.seen();
        Sight sight = attack.get();
        reader.await(before, event -> event.path("event").asText().equals(noticed), noticed);
        boolean closed = reader.count(before, "access") == 0;
        return Sight.of(
                sight.text() + ", the reader counted " + noticed + (closed ? ", no decision" : ", AND DECIDED"),
                sight.asExpected() && closed);
    }
}
