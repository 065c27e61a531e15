package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.cli.demo.PngQrCode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.Primitives;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.handoff.HandOffCheck;
import io.lintel.sdk.handoff.HandOffKey;
import io.lintel.sdk.handoff.HandOffVerifier;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfServiceCommandsTest {
    private static final String[] HANDOUT = {
        "site",
        "activation",
        "--into",
        "handout",
        "--app-android",
        "https://example.org/android",
        "--app-ios",
        "https://example.org/ios",
        "--json"
    };

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void createSite() {
        terminal = new Terminal(directory);
        String told = terminal.done("site", "create", "--name", "Town hall", "--profile", "baltech-self-service")
                .out();
        assertTrue(told.contains("lintel site activation"), told);
    }

    @Test
    @Requirement({"SSR-04", "SSR-06", "SSR-07"})
    void oneCommandMakesWhatPeopleGetAndHandsNothingOut() throws IOException {
        JsonNode shown = terminal.done(HANDOUT).json();
        Path handout = directory.resolve("handout");

        assertEquals(Set.of("activation.png", "app-android.png", "app-ios.png", "instructions.txt"), names(handout));
        assertEquals(shown.path("link").asText(), text(handout.resolve("activation.png")));
        assertEquals("https://example.org/android", text(handout.resolve("app-android.png")));
        assertEquals("https://example.org/ios", text(handout.resolve("app-ios.png")));
        String instructions = Files.readString(handout.resolve("instructions.txt"));
        assertTrue(instructions.contains("Town hall") && instructions.contains("does not remind"), instructions);
        assertEquals(
                0,
                terminal.done("notification", "list", "--json")
                        .json()
                        .path("notifications")
                        .size());
    }

    @Test
    @Requirement("LNG-01")
    void instructionsComeInTheOtherLanguageToo() throws IOException {
        String[] words =
                Stream.concat(Stream.of(HANDOUT), Stream.of("--language", "CS")).toArray(String[]::new);
        terminal.done(words);

        assertTrue(Files.readString(directory.resolve("handout").resolve("instructions.txt"))
                .contains("Nainstalujte"));
    }

    @Test
    @Requirement({"SSR-08", "SSR-13", "SSR-16", "PHN-05"})
    void phonesGetConsecutiveNumbersAndClaimsThatTheHostBelieves() {
        JsonNode key = terminal.done("site", "hand-off-key", "--json").json();
        HandOffVerifier host = HandOffVerifier.of(
                Primitives.select(new SecureRandom()),
                new ProjectId(Bytes.ofHex(key.path("project").asText())),
                List.of(HandOffKey.parse(key.path("jwk").asText())));
        try (Terminal.Running manager = terminal.start("manager", "run", "--listen", "127.0.0.1:0")) {
            String link = terminal.done("site", "activation", "--manager", manager.address(), "--json")
                    .json()
                    .path("link")
                    .asText();

            JsonNode first = activate(link, "first-phone");
            JsonNode second = activate(link, "second-phone");
            JsonNode again = activate(link, "first-phone");

            assertEquals(1, first.path("accessNumber").asInt());
            assertEquals(2, second.path("accessNumber").asInt());
            assertEquals(1, again.path("accessNumber").asInt());
            assertEquals(1, number(host, first));
            assertEquals(2, number(host, second));
            assertEquals(1, number(host, again));
            assertNotEquals(first.path("handOffClaim"), again.path("handOffClaim"));
        }
        assertEquals(
                2,
                terminal.done("site", "activation", "--json")
                        .json()
                        .path("assignedThrough")
                        .asInt());
    }

    @Test
    void aPhoneThatRegisteredItselfChecksInBeforeAndAfterItActivatesAgain() {
        try (Terminal.Running manager = terminal.start("manager", "run", "--listen", "127.0.0.1:0")) {
            String link = terminal.done("site", "activation", "--manager", manager.address(), "--json")
                    .json()
                    .path("link")
                    .asText();
            activate(link, "phone");
            terminal.done("wallet", "checkin", "--wallet", "phone");
            activate(link, "phone");

            terminal.done("wallet", "checkin", "--wallet", "phone");
        }
        assertEquals(
                "active",
                terminal.done("credential", "show", "1", "--json")
                        .json()
                        .path("state")
                        .asText());
    }

    @Test
    void aRenewedCodeIsAnother() {
        String before = terminal.done("site", "activation", "--json")
                .json()
                .path("code")
                .asText();
        String renewed = terminal.done("site", "activation", "--renew", "--json")
                .json()
                .path("code")
                .asText();

        assertNotEquals(before, renewed);
        assertEquals(
                renewed,
                terminal.done("site", "activation", "--json")
                        .json()
                        .path("code")
                        .asText());
    }

    @Test
    void anOrdinarySiteIsToldWhyItHasNone() {
        Terminal ordinary = new Terminal(directory.resolve("."));
        ordinary.done("site", "create", "--name", "Museum", "--database", "museum.db");

        Printed refused = ordinary.run("site", "activation", "--database", "museum.db");

        assertNotEquals(0, refused.exitCode());
        assertTrue(refused.err().contains("cannot be enabled later"), refused.err());
        assertFalse(refused.err().contains("Exception"), refused.err());
    }

    private JsonNode activate(String link, String wallet) {
        return terminal.done("wallet", "activate", link, "--wallet", wallet, "--json")
                .json();
    }

    private static long number(HandOffVerifier host, JsonNode activated) {
        HandOffCheck check = host.check(activated.path("handOffClaim").asText(), Instant.now());
        return assertInstanceOf(HandOffCheck.Genuine.class, check).claim().accessNumber();
    }

    private static Set<String> names(Path handout) throws IOException {
        try (Stream<Path> files = Files.list(handout)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String text(Path picture) throws IOException {
        return PngQrCode.text(Files.readAllBytes(picture));
    }
}
