package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the power cuts make of machines that say this or that, without one: a shell script speaks for it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no sh")
class PowerCutsTest {

    private static final int CUTS = 2;
    private static final String WORK = "for i in $(seq 200); do echo \"issued $i confirmed\"; done";
    private static final String LOSE = "echo \"lost: credential 7\"";
    private static final String BEGIN = "echo \"customer c\"; " + WORK;
    private static final String GO_ON = "echo kept; " + WORK;
    /** Before the work: whatever comes behind a confirmation, the cut may come before. */
    private static final String BREAK_AT_WORK = "echo kept; " + LOSE + "; " + WORK;

    @TempDir
    private Path directory;

    @Test
    void passWhereOnlyTheMachineThatFlushesNothingLoses() throws Exception {
        assertTrue(passes(BEGIN, GO_ON, LOSE));
    }

    @Test
    void failWhereAMachineThatFlushesLoses() throws Exception {
        assertFalse(passes(BEGIN, LOSE, LOSE));
    }

    @Test
    void failWhereAMachineThatFlushesBreaksAtWorkAfterACut() throws Exception {
        assertFalse(passes(BEGIN, BREAK_AT_WORK, LOSE));
    }

    @Test
    void failWhereTheMachineThatFlushesNothingLosesNothing() throws Exception {
        assertFalse(passes(BEGIN, GO_ON, GO_ON));
    }

    @Test
    void doNotTakeWhatBreaksAtWorkForALossThatWasFound() throws Exception {
        assertFalse(passes(BEGIN, GO_ON, BREAK_AT_WORK));
    }

    @Test
    void endAtAMachineThatLosesBeforeItsFirstCut() throws Exception {
        assertRefused("did not begin", LOSE, GO_ON, LOSE);
        assertRefused("broke before the first cut", "echo \"customer c\"; " + LOSE + "; " + WORK, GO_ON, LOSE);
    }

    @Test
    void endAtAMachineThatBeginsAnewAfterACut() throws Exception {
        assertRefused("did not say whether all was kept: customer c", BEGIN, BEGIN, LOSE);
        assertRefused("did not say whether all was kept: customer c", BEGIN, GO_ON, BEGIN);
    }

    @Test
    void endAtAMachineThatGivesNoVerdict() throws Exception {
        assertRefused("did not say whether all was kept: issued 1 confirmed", BEGIN, WORK, LOSE);
        assertRefused("did not say whether all was kept: ;", BEGIN, ":", LOSE);
    }

    @Test
    void endAtAMachineWhoseLastBootGivesNoVerdict() throws Exception {
        String last = "[ $(cat asked 2>/dev/null | wc -l) -lt " + (CUTS - 1) + " ] && { echo x >>asked; " + GO_ON
                + "; } || echo hello";
        assertRefused("did not say whether all was kept: hello", BEGIN, last, LOSE);
        assertEquals(CUTS - 1, Files.readAllLines(directory.resolve("asked")).size());
    }

    @Test
    void endAtAMachineThatDoesNotComeToWork() throws Exception {
        assertRefused("did not come to work", BEGIN, "echo kept", LOSE);
    }

    private void assertRefused(String why, String begin, String flushing, String hurried) throws IOException {
        String told = assertThrows(IllegalStateException.class, () -> passes(begin, flushing, hurried))
                .getMessage();
        assertTrue(told.contains(why), told);
    }

    /** What it does in its first life, and after a cut where it flushes and where it does not. */
    private boolean passes(String begin, String flushing, String hurried) throws IOException, InterruptedException {
        String script = "cd \"$0\"; if [ ! -e heard ]; then " + begin + "; elif [ $(cat flushing) = true ]; then "
                + flushing + "; else " + hurried + "; fi";
        CutMachine machine = new CutMachine(directory, List.of("sh", "-c", script, directory.toString()));
        return new PowerCuts(machine, 1).passes(CUTS);
    }
}
