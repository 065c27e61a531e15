package io.lintel.cli.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.cli.Printed;
import io.lintel.cli.Terminal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
    @TempDir
    private Path directory;

    @Test
    void withoutAWorkingCopyItSaysWhereToRunIt() {
        Printed printed = new Terminal(directory).run("bench", "--quick");

        assertEquals(3, printed.exitCode());
        assertTrue(printed.err().contains("./lintel bench in a working copy"), printed.err());
    }
}
