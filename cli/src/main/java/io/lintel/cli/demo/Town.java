package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.Suite;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The place of the story: one database, its manager's endpoint, doors and phones, each by its name. */
final class Town {
    private static final String DATABASE = "town.db";
    private static final String PROFILE = "town.json";

    private final Office office;
    private final Cast cast;
    private final Path directory;
    private final Suite suite;
    private final Mailbox mailbox;
    private final Map<String, Server> doors = new HashMap<>();
    private Optional<Server> manager = Optional.empty();

    Town(Office office, Cast cast, Path directory, Suite suite, Mailbox mailbox) {
        this.office = office;
        this.cast = cast;
        this.directory = directory;
        this.suite = suite;
        this.mailbox = mailbox;
    }

    Path directory() {
        return directory;
    }

    /** Runs a command of the administrator on the database. */
    JsonNode manage(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--db", DATABASE));
        return office.run(all).orFail();
    }

    /** Where people's mails arrive. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** Runs a command that needs no database. */
    JsonNode without(String... words) {
        return office.run(List.of(words)).orFail();
    }

    /** Creates a site with the town's policy. */
    JsonNode createSite(String name, String... options) {
        TextFile.write(directory.resolve(PROFILE), PatientProfile.json());
        List<String> words = new ArrayList<>(
                List.of("site", "create", "--name", name, "--suite", suite.name(), "--profile", PROFILE));
        words.addAll(List.of(options));
        return manage(words.toArray(new String[0]));
    }

    /** Starts the endpoint where phones activate, which also sends mails. */
    String openManager() {
        Server endpoint = cast.serve(
                "manager",
                "run",
                "--db",
                DATABASE,
                "--listen",
                "127.0.0.1:0",
                "--smtp",
                mailbox.address(),
                "--smtp-security",
                "none",
                "--mail-from",
                "keys@example.org",
                "--mail-name",
                "Town hall",
                "--app-android",
                "https://example.org/android",
                "--app-ios",
                "https://example.org/ios");
        manager = Optional.of(endpoint);
        return endpoint.address();
    }

    /** Where phones activate. */
    String managerAddress() {
        return manager.orElseThrow(() -> new StoryException("the manager does not run"))
                .address();
    }

    /** Starts the reader of a door. */
    Server openDoor(String door) {
        Server reader = cast.serve("reader", "run", "--config", door + "/config.json", "--listen", "127.0.0.1:0");
        doors.put(door, reader);
        return reader;
    }

    /** The running reader of a door. */
    Server door(String door) {
        return Optional.ofNullable(doors.get(door))
                .orElseThrow(() -> new StoryException("the reader " + door + " does not run"));
    }

    /** Where the reader of a door listens. */
    InetSocketAddress address(String door) {
        String text = door(door).address();
        int colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /** Runs a command of a phone. */
    Finished phone(String phone, String... words) {
        List<String> all = new ArrayList<>(List.of("wallet"));
        all.addAll(List.of(words));
        all.addAll(List.of("--wallet", phone));
        return cast.run(all.toArray(new String[0]));
    }

    /** Taps with a phone at an address. */
    Finished tap(String phone, String address, String... options) {
        List<String> words = new ArrayList<>(List.of("tap", "--reader", address));
        words.addAll(List.of(options));
        return phone(phone, words.toArray(new String[0]));
    }
}
