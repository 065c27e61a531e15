package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The chapter of the back door, which has no line to the manager: what is revoked reaches it with the next phone that comes
 * by, and its receipt goes home the same way.
 */
final class OfflineDoor {
    private static final String BOB = "bob-phone";

    private final Town town;
    private final Teller teller;
    private String serial = "";
    private long epoch;
    private long creditsBefore;

    OfflineDoor(Town town, Teller teller) {
        this.town = town;
        this.teller = teller;
    }

    void tell() {
        teller.step("another key", "Bob's phone is activated and opens the back door", this::opens);
        teller.step("revoked from afar", "no door knows yet; the manager says until when each may open", this::revoked);
        teller.step("offline door unaware", "the back door, which nobody told, still opens to Bob", this::unaware);
        teller.step("a courier", "Ada's phone checks in, and both doors open to her and take the list", this::carried);
        teller.step("refused offline", "the back door denies Bob: revoked", this::refused);
        teller.step(
                "receipts come home",
                "both doors enforce it, Bob's key opens nothing, its credit is back",
                this::proven);
    }

    private Sight opens() {
        creditsBefore = available();
        JsonNode issued = manage("credential", "issue", "--person", "3", "--manager", town.managerAddress());
        serial = issued.path("serial").asText();
        town.phone(BOB, "activate", issued.path("link").asText()).orFail();
        JsonNode tap = town.tap(BOB, backDoor()).answer();
        return Sight.of(
                "credential " + serial + " of 1 credit, " + result(tap),
                result(tap).equals("granted"));
    }

    private Sight revoked() {
        epoch = manage("credential", "revoke", serial).path("listEpoch").asLong();
        JsonNode exposure = exposure();
        List<String> open = new ArrayList<>();
        exposure.path("readers")
                .forEach(reader -> open.add("reader " + reader.path("reader").asText() + " ("
                        + reader.path("reason").asText() + ")"));
        boolean bounded = exposure.path("bound").asText().equals("until")
                && exposure.path("stage").asText().equals("pending");
        return Sight.of(
                exposure.path("stage").asText() + ", until "
                        + exposure.path("until").asText() + " at " + String.join(" and ", open),
                bounded && open.size() == 2 && available() == creditsBefore - 1);
    }

    private Sight unaware() {
        JsonNode tap = town.tap(BOB, backDoor(), "--courier", "0").answer();
        return Sight.of(result(tap), result(tap).equals("granted"));
    }

    private Sight carried() {
        town.phone(Issuing.ADA, "checkin").orFail();
        Finished back = town.tap(Issuing.ADA, backDoor());
        Finished front = town.tap(Issuing.ADA, town.door(Founding.FRONT).address());
        boolean granted = result(back.answer()).equals("granted")
                && result(front.answer()).equals("granted");
        return Sight.of(
                "back door " + text(back) + ", front door " + text(front), granted && gave(back) && gave(front));
    }

    private static String text(Finished tap) {
        return result(tap.answer()) + " and "
                + tap.answer().path("courier").path("octets").asLong() + " octets taken";
    }

    private boolean gave(Finished tap) {
        return tap.answer().path("courier").path("receiptEpoch").asLong() == epoch
                && tap.answer().path("courier").path("octets").asLong() > 0;
    }

    private Sight refused() {
        JsonNode tap = town.tap(BOB, backDoor()).answer();
        return Sight.of(
                result(tap) + ": " + tap.path("reason").asText(),
                result(tap).equals("denied") && tap.path("reason").asText().equals("revoked"));
    }

    private Sight proven() {
        town.phone(Issuing.ADA, "checkin").orFail();
        JsonNode exposure = exposure();
        long enforcing = manage("reader", "coverage").path("enforcing").asLong();
        long credits = available();
        return Sight.of(
                exposure.path("bound").asText() + ", " + enforcing + " doors enforce list " + epoch + ", " + credits
                        + " credits left",
                exposure.path("bound").asText().equals("enforced") && enforcing == 2 && credits == creditsBefore);
    }

    private JsonNode exposure() {
        return manage("credential", "exposure", serial);
    }

    private long available() {
        JsonNode credit = manage("credit", "show");
        return credit.path("paid").asLong() + credit.path("trial").asLong();
    }

    private JsonNode manage(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--site", Founding.SITE));
        return town.manage(all.toArray(new String[0]));
    }

    private String backDoor() {
        return town.door(Tapping.BACK).address();
    }

    private static String result(JsonNode tap) {
        return tap.path("result").asText();
    }
}
