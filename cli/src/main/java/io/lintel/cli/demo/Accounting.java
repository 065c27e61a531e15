package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import java.util.ArrayList;
import java.util.List;

/** The last chapter: where the credit went, as both sides see it and as an auditor checks it. */
final class Accounting {
    private static final String EXPORT = "ledger.jsonl";

    private final Town town;
    private final Teller teller;
    private final String distributor;

    Accounting(Town town, Teller teller, String distributor) {
        this.town = town;
        this.teller = teller;
        this.distributor = distributor;
    }

    void tell() {
        teller.step("both books", "each ends with the balance that there is", this::books);
        teller.step("ledger verified", "an export that holds, checked from its rows alone", this::verified);
    }

    private Sight books() {
        JsonNode books = town.manage("ledger", "show", "--site", Founding.SITE);
        JsonNode credit = town.manage("credit", "show", "--site", Founding.SITE);
        show("Customer's book", books.path("customer"));
        show("Distributor's book", books.path("distributor"));
        JsonNode customer = last(books.path("customer"));
        JsonNode seller = last(books.path("distributor"));
        boolean agree = customer.path("paid").equals(credit.path("paid"))
                && customer.path("trial").equals(credit.path("trial"))
                && seller.path("paid").equals(credit.path("available"));
        return Sight.of(
                "the customer's ends with " + customer.path("paid") + " + " + customer.path("trial")
                        + " (trial credit), the distributor's with " + seller.path("paid"),
                agree);
    }

    private void show(String title, JsonNode rows) {
        List<JsonNode> list = new ArrayList<>();
        rows.forEach(list::add);
        Answer answer = new Listing<JsonNode>("rows")
                .column("TYPE", "type", row -> row.path("type").asText())
                .column("AMOUNT", "amount", row -> row.path("amount").asLong())
                .column(
                        "DESCRIPTION",
                        "description",
                        row -> row.path("description").asText())
                .column("STATUS", "status", row -> row.path("status").asText())
                .column("PAID", "paid", row -> row.path("paid").asLong())
                .column("TRIAL", "trial", row -> row.path("trial").asLong())
                .into(Answer.saying("").line(title).fact("event", "book").fact("book", title), list);
        teller.show(answer);
    }

    private Sight verified() {
        town.manage("ledger", "export", "--distributor", distributor, "--output", EXPORT);
        JsonNode verified = town.without("ledger", "verify", EXPORT);
        long entries = verified.path("entries").asLong();
        return Sight.of(entries + " entries, chained without a gap", entries > 0);
    }

    private static JsonNode last(JsonNode rows) {
        return rows.path(rows.size() - 1);
    }
}
