package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Map;

/** The first chapter: a distributor with credit, its customer's site, and the people and readers of that site. */
final class Founding {
    static final String FRONT = "front-door";
    static final String SITE = "Town hall";

    private static final long BOUGHT = 100;
    private static final long TRANSFERRED = 20;

    private final Town town;
    private final Teller teller;
    private String distributor = "";

    Founding(Town town, Teller teller) {
        this.town = town;
        this.teller = teller;
    }

    void tell() {
        teller.step("distributor created", "a database with a distributor, and 100 credits bought", this::distribute);
        teller.step("site created", "5 free credits and 20 that the distributor transfers, 80 left there", this::site);
        teller.step("people imported", "5 people of a host system's CSV file", this::people);
        teller.step("reader enrolled", "keys made by the reader itself, reader 1 certified", this::reader);
        teller.step("readers imported", "3 more of a JSON file, and all 4 published at once", this::readers);
    }

    /** The id of the distributor. */
    String distributor() {
        return distributor;
    }

    private Sight distribute() {
        distributor = town.manage("distributor", "create", "--name", "Alfa Security", "--code", "Alfa")
                .path("distributor")
                .asText();
        long available = town.manage("credit", "buy", Long.toString(BOUGHT), "--distributor", distributor)
                .path("available")
                .asLong();
        boolean file = Files.exists(town.directory().resolve("town.db"));
        return Sight.of(
                "distributor " + distributor + ", " + available + " credits available", available == BOUGHT && file);
    }

    private Sight site() {
        JsonNode site = town.createSite(
                SITE,
                "--distributor",
                distributor,
                "--email",
                "office@example.org",
                "--credit",
                Long.toString(TRANSFERRED));
        JsonNode credit = town.manage("credit", "show");
        long paid = credit.path("paid").asLong();
        long trial = credit.path("trial").asLong();
        long available = credit.path("available").asLong();
        return new Sight(
                "site " + site.path("site").asText() + ", " + paid + " + " + trial + " (trial credit), " + available
                        + " left at the distributor",
                paid == TRANSFERRED && trial == 5 && available == BOUGHT - TRANSFERRED,
                Map.of("site", site.path("site").asText()));
    }

    private Sight people() {
        lay("people.csv");
        long added = town.manage("person", "import", "people.csv").path("added").asLong();
        String first = town.manage("person", "list")
                .path("people")
                .path(0)
                .path("givenName")
                .asText();
        return Sight.of(added + " added, person 1 is " + first, added == 5 && first.equals("Ada"));
    }

    private Sight reader() {
        long reader = town.manage("reader", "enroll", "--name", "Front door", "--dir", FRONT)
                .path("reader")
                .asLong();
        boolean keys = Files.exists(town.directory().resolve(FRONT).resolve("reader.keys"));
        return Sight.of(
                "reader " + reader + (keys ? ", its keys in its own directory" : ", NO KEYS"), reader == 1 && keys);
    }

    private Sight readers() {
        lay("readers.json");
        long added =
                town.manage("reader", "import", "readers.json").path("added").asLong();
        JsonNode published = town.manage("reader", "publish");
        long changed = published.path("changed").asLong();
        return Sight.of(
                added + " added, revision " + published.path("revision").asLong() + " changes " + changed,
                added == 3 && changed == 4);
    }

    /** Puts one of the examples into the town's directory. */
    private void lay(String name) {
        try (InputStream example = Founding.class.getResourceAsStream(name)) {
            if (example == null) {
                throw new StoryException("the program lacks the example " + name);
            }
            Files.copy(example, town.directory().resolve(name));
        } catch (IOException e) {
            throw new StoryException("the directory " + town.directory() + " cannot be written", e);
        }
    }
}
