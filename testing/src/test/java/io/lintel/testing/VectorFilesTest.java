package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

final class VectorFilesTest {

    private static final String FILE = "noise/some.json";

    @TempDir
    private Path workspace;

    private final List<String> log = new ArrayList<>();
    private Path module;

    @BeforeEach
    void makeWorkingCopy() throws IOException {
        module = Files.createDirectories(workspace.resolve("repository/module"));
        Files.createFile(workspace.resolve("repository/mvnw"));
        Files.createFile(workspace.resolve("repository/pom.xml"));
    }

    @Test
    void findsVectorsBesideTheRepository() throws IOException {
        Path vector = create(workspace.resolve("shared/vectors"));
        assertEquals(vector, locate(new Properties(), Map.of()).file(FILE));
    }

    @Test
    void thePropertyGoesBeforeTheVariableAndBothBeforeTheUsualPlace() throws IOException {
        create(workspace.resolve("shared/vectors"));
        Path ofVariable = create(workspace.resolve("of-variable"));
        Path ofProperty = create(workspace.resolve("of-property"));
        Map<String, String> environment =
                Map.of(VectorFiles.VARIABLE, workspace.resolve("of-variable").toString());
        Properties properties = new Properties();

        assertEquals(ofVariable, locate(properties, environment).file(FILE));
        properties.setProperty(
                VectorFiles.PROPERTY, workspace.resolve("of-property").toString());
        assertEquals(ofProperty, locate(properties, environment).file(FILE));
    }

    @Test
    void aMissingFileAbortsTheTestAndNamesTheRemedy() {
        VectorFiles vectors = locate(new Properties(), Map.of());
        Throwable thrown = assertThrows(TestAbortedException.class, () -> vectors.file(FILE));
        assertTrue(thrown.getMessage().contains(VectorFiles.VARIABLE), thrown.getMessage());
        assertEquals(List.of("Skipped: " + thrown.getMessage()), log);
    }

    @Test
    void aMissingFileFailsTheTestOnABuildServer() {
        VectorFiles vectors = locate(new Properties(), Map.of("CI", "true"));
        assertThrows(AssertionFailedError.class, () -> vectors.file(FILE));
    }

    @Test
    void outsideAWorkingCopyThereIsNoUsualPlace() {
        assertThrows(
                IllegalStateException.class, () -> VectorFiles.locate(new Properties(), Map.of(), workspace, log::add));
    }

    private VectorFiles locate(Properties properties, Map<String, String> environment) {
        return VectorFiles.locate(properties, environment, module, log::add);
    }

    private static Path create(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
