package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.testing.Requirement;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports of large sites by a process of little memory: 100,000 people in the long run, a fifth of them otherwise. */
class LargeImportTest {

    private static final int PEOPLE = Boolean.getBoolean("lintel.soak") ? 100_000 : 20_000;
    private static final int READERS = 10_000;

    @TempDir
    Path directory;

    private Path database;
    private Path people;
    private Path readers;
    private CustomerId customer;

    @BeforeEach
    void createSite() {
        try (TestBench bench = new TestBench(Database.SQLITE, directory)) {
            customer = bench.site().site().customer();
        }
        database = directory.resolve("site.db");
        people = directory.resolve("people.csv");
        readers = directory.resolve("readers.json");
    }

    @Test
    @Requirement({"USR-14", "RDR-13"})
    void peopleAndReadersOfALargeSiteAreImportedInLittleMemory() throws Exception {
        writePeople(0);
        writeReaders();

        List<String> told = importAll();

        assertTrue(told.contains("people " + new ImportCounts(PEOPLE, 0, 0, 0, 0)), told::toString);
        assertTrue(told.contains("readers " + new ImportCounts(READERS, 0, 0, 0, 0)), told::toString);
        assertEquals(PEOPLE / 1000, told.indexOf("CHECKING " + PEOPLE) + 1);
        assertTrue(told.contains("WRITING " + (PEOPLE - 1000)), told::toString);
        try (ManagerStore store = SqliteStore.open(database)) {
            Manager manager = Manager.on(store);
            assertEquals(
                    PEOPLE,
                    manager.people().list(customer, PEOPLE - 1, 10).get(0).number());
            assertEquals(READERS, manager.readers().publication(customer).pending());
        }
    }

    @Test
    void mistakesInTheMiddleChangeNothingAndEachIsNamed() throws Exception {
        writePeople(1000);
        writeReaders();

        List<String> told = importAll();

        String result = told.get(told.size() - 1);
        assertTrue(result.startsWith("bad " + PEOPLE / 1000 + " "), result);
        for (int line = 1001; line <= PEOPLE; line += 1000) {
            assertTrue(result.contains("line " + line + ": "), result);
        }
        try (ManagerStore store = SqliteStore.open(database)) {
            assertEquals(List.of(), Manager.on(store).people().list(customer, 0, 10));
        }
    }

    /** Every so many people, from that one on, an address is none; with 0 all are right. */
    private void writePeople(int badEvery) throws IOException {
        try (Writer out = Files.newBufferedWriter(people)) {
            out.write("First name,Last name,E-mail,ID,Sync ID\n");
            for (int i = 1; i <= PEOPLE; i++) {
                String at = badEvery != 0 && i % badEvery == 0 ? " at " : "@";
                out.write("Given" + i + ",Family" + i + ",person" + i + at + "example.org," + i + ",key-" + i + "\n");
            }
        }
    }

    private void writeReaders() throws IOException {
        try (Writer out = Files.newBufferedWriter(readers)) {
            out.write("{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": [");
            for (int i = 1; i <= READERS; i++) {
                out.write((i == 1 ? "\n" : ",\n") + "{\"name\": \"Door " + i + "\", \"readerId\": \"R" + i
                        + "\", \"mac\": \"" + String.format(Locale.ROOT, "%012X", i) + "\"}");
            }
            out.write("]}\n");
        }
    }

    private List<String> importAll() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImportingManager.class.getName(),
                        customer.value(),
                        database.toString(),
                        people.toString(),
                        readers.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> told = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(told::add);
        }
        assertEquals(0, process.waitFor(), told::toString);
        return told;
    }
}
