package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.credential.QrCode;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The second chapter: a credential gets onto a phone. */
final class Issuing {
    static final String ADA = "ada-phone";
    static final String VISITOR = "visitor-phone";

    private static final Duration VISIT = Duration.ofSeconds(20);

    private final Town town;
    private final Teller teller;
    private final Shell shell;
    private String link = "";
    private Instant visitEnds = Instant.EPOCH;

    Issuing(Town town, Teller teller, Shell shell) {
        this.town = town;
        this.teller = teller;
        this.shell = shell;
    }

    void tell() {
        teller.step("manager runs", "a process that listens for phones and sends mails", this::manager);
        teller.step("credential issued", "a code of 20 characters, one row in each book, 24 credits left", this::issue);
        teller.step("code mailed", "a real mail with the QR code as a picture, which says the same", this::mail);
        teller.step("activated", "the credential in the wallet, with 1 door", () -> activate(ADA, link));
        teller.step("visitor activated", "a second phone, valid for a few seconds only", this::visitor);
    }

    /** When the visitor's credential is over. */
    Instant visitEnds() {
        return visitEnds;
    }

    private Sight manager() {
        String address = town.openManager();
        return Sight.of("listening on " + address, !address.isEmpty());
    }

    private Sight issue() {
        JsonNode issued = town.manage("credential", "issue", "--person", "1", "--manager", town.managerAddress());
        link = issued.path("link").asText();
        String code = issued.path("code").asText();
        long left = issued.path("creditsLeft").asLong();
        JsonNode ledger = town.manage("ledger", "show");
        JsonNode customer = last(ledger.path("customer"));
        JsonNode distributor = last(ledger.path("distributor"));
        boolean sameTransfer = customer.path("transfer").equals(distributor.path("transfer"));
        Answer qr = Answer.saying("");
        QrCode.of(link).lines(shell.charset()).forEach(line -> qr.line("    " + line));
        teller.show(qr.line("    " + code).line("").fact("event", "qr-code").fact("code", code));
        return Sight.of(
                "code " + code + ", customer's row \"" + customer.path("type").asText() + " "
                        + customer.path("amount").asText() + "\", its twin in the distributor's book, " + left
                        + " credits left",
                code.length() == 20 && left == 24 && customer.path("amount").asLong() == -1 && sameTransfer);
    }

    /** The phone gets what its camera reads. */
    private Sight mail() {
        String scanned =
                PngQrCode.mailed(town.mailbox().await("ada@example.org").text());
        boolean same = scanned.equals(link);
        link = scanned;
        return Sight.of("a mail to ada@example.org, its picture says " + (same ? "the same link" : scanned), same);
    }

    private Sight activate(String phone, String activationLink) {
        JsonNode activated = town.phone(phone, "activate", activationLink).orFail();
        long doors = activated.path("readers").asLong();
        return Sight.of(
                "credential " + activated.path("serial").asLong() + " of \""
                        + activated.path("site").asText() + "\", " + doors + " door",
                doors == 1);
    }

    private Sight visitor() {
        visitEnds = shell.clock().instant().plus(VISIT).truncatedTo(ChronoUnit.SECONDS);
        JsonNode issued = town.manage(
                "credential",
                "issue",
                "--person",
                "2",
                "--manager",
                town.managerAddress(),
                "--until",
                visitEnds.toString());
        Sight activated = activate(VISITOR, issued.path("link").asText());
        return Sight.of(activated.text() + ", until " + visitEnds, activated.asExpected());
    }

    private static JsonNode last(JsonNode rows) {
        return rows.path(rows.size() - 1);
    }
}
