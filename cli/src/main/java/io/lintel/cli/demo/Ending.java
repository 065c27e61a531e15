package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.shell.Shell;
import java.time.Duration;

/** The chapter in which what was allowed once is over. */
final class Ending {
    private final Town town;
    private final Teller teller;
    private final Shell shell;
    private final Issuing issuing;

    Ending(Town town, Teller teller, Shell shell, Issuing issuing) {
        this.town = town;
        this.teller = teller;
        this.shell = shell;
        this.issuing = issuing;
    }

    void tell() {
        teller.step("revoked", "the running reader takes the new list, then denies: revoked", this::revoked);
        teller.step("expired", "the visitor's phone is denied: expired", this::expired);
    }

    private Sight revoked() {
        Server reader = town.door(Founding.FRONT);
        int before = reader.seen();
        String state = town.manage("credential", "revoke", "1", "--site", "Town hall")
                .path("state")
                .asText();
        town.manage("reader", "update", "--dir", Founding.FRONT);
        reader.await(
                before,
                event -> event.path("event").asText().equals("configuration-in-force"),
                "configuration-in-force");
        Sight denied = denied(Issuing.ADA, "revoked");
        return Sight.of(state + ", list in force, " + denied.text(), denied.asExpected());
    }

    private Sight expired() {
        Duration left = Duration.between(shell.clock().instant(), issuing.visitEnds());
        if (!left.isNegative()) {
            pause(left);
        }
        return denied(Issuing.VISITOR, "expired");
    }

    private Sight denied(String phone, String reason) {
        Finished tap = town.tap(phone, town.door(Founding.FRONT).address());
        JsonNode answer = tap.answer();
        String result = answer.path("result").asText();
        return Sight.of(
                result + ": " + answer.path("reason").asText() + ", exit status " + tap.exitCode(),
                result.equals("denied") && answer.path("reason").asText().equals(reason) && tap.exitCode() == 1);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis() + 1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryException("interrupted", e);
        }
    }
}
