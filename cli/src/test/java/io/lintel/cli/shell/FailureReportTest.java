package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ManagerException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureReportTest {
    private static final CommandId ID = CommandId.parse("00112233445566778899aabbccddeeff");

    @Test
    void aCommandWhoseOutcomeIsOpenIsNamedToBeRepeated() {
        FailureReport report = FailureReport.of(
                ManagerException.StoreFailure.uncertain("the disk failed", new IllegalStateException()),
                Optional.of(ID));
        assertTrue(report.message().contains("with --command-id 00112233445566778899aabbccddeeff"), report::message);
        assertEquals(Optional.of(ID), report.repeatAs());
    }

    @Test
    void aRefusedCommandIsNot() {
        FailureReport report = FailureReport.of(new ManagerException.NotFound("site 1"), Optional.of(ID));
        assertFalse(report.message().contains("command-id"), report::message);
        assertEquals(Optional.empty(), report.repeatAs());
    }
}
