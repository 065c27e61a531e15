package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code ./lintel} where there is no Java that could run it. */
class ScriptTest {
    @TempDir
    Path directory;

    @Test
    void aJdkThatIsTooOldIsNamedWithWhatToDo() throws IOException, InterruptedException {
        Path java = Files.createDirectories(directory.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nexit 99\n");
        assertTrue(java.toFile().setExecutable(true));
        Files.writeString(directory.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Printed printed = lintel(directory);

        assertEquals(3, printed.exitCode(), printed.toString());
        assertTrue(printed.err().contains("wrong JDK"), printed.err());
        assertTrue(printed.err().contains("11.0.2"), printed.err());
        assertTrue(printed.err().contains("needs 17 or newer"), printed.err());
        assertTrue(printed.err().contains("Set JAVA_HOME"), printed.err());
    }

    @Test
    void aJavaHomeWithoutJavaIsNamedWithWhatToDo() throws IOException, InterruptedException {
        Printed printed = lintel(directory.resolve("nowhere"));

        assertEquals(3, printed.exitCode(), printed.toString());
        assertTrue(printed.err().contains("there is no " + directory.resolve("nowhere/bin/java")), printed.err());
        assertTrue(printed.err().contains("Set JAVA_HOME"), printed.err());
    }

    private static Printed lintel(Path javaHome) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("sh", Repository.root().resolve("lintel").toString(), "help");
        builder.environment().put("JAVA_HOME", javaHome.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Printed(process.waitFor(), out, err);
    }
}
