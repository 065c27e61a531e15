package io.lintel.store.sql;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.ManagerStore;
import java.io.IOException;
import java.nio.file.Path;

/** Another process that opens a store, counts one further, prints the number and closes the store. */
final class CountingProcess {

    private CountingProcess() {}

    @SuppressWarnings("SystemOut") // The parent process reads it.
    public static void main(String[] arguments) {
        try (ManagerStore store = SqliteStore.open(Path.of(arguments[0]))) {
            System.out.print(next(store));
        }
    }

    /** Runs it to its end. */
    static long run(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            return Long.parseLong(new String(process.getInputStream().readAllBytes(), US_ASCII));
        } finally {
            process.waitFor();
        }
    }

    static long next(ManagerStore store) {
        return store.write(unit -> unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE));
    }
}
