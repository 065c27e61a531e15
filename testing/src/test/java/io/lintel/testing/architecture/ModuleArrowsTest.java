package io.lintel.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dependency that the design forbids breaks the build here, and the last tests show that it does. */
final class ModuleArrowsTest {

    @TempDir
    private Path brokenRepository;

    @TestFactory
    Stream<DynamicTest> everyModuleKeepsToTheArrows() {
        Path repository = Repository.root();
        return ModuleArrows.modules().stream()
                .sorted()
                .map(module -> DynamicTest.dynamicTest(
                        module,
                        () -> assertEquals(List.of(), ArrowViolations.of(ModuleFiles.read(repository, module)))));
    }

    @Test
    void everyModuleButTheBomHasARule() throws IOException {
        Set<String> modules = new HashSet<>(ModuleFiles.modulesOf(Repository.root()));
        assertTrue(modules.remove("bom"));
        assertEquals(ModuleArrows.modules(), modules);
    }

    @ParameterizedTest
    @CsvSource({
        "crypto, io.lintel, lintel-protocol",
        "protocol, io.lintel, lintel-sdk-api",
        "protocol, com.fasterxml.jackson.core, jackson-databind",
        "sdk-api, io.netty, netty-transport",
        "sdk-api, io.lintel, lintel-store-sql",
        "transport-tcp, io.lintel, lintel-sdk-api",
        "store-file, org.xerial, sqlite-jdbc",
        "transport-ble, io.netty, netty-transport",
        "benchmarks, io.lintel, lintel-cli",
        "sdk-api, com.google.guava, guava",
    })
    void aForbiddenDependencyIsFound(String module, String groupId, String artifactId) throws IOException {
        write(module + "/pom.xml", """
                <project><dependencies>
                  <dependency><groupId>%s</groupId><artifactId>%s</artifactId></dependency>
                </dependencies></project>
                """.formatted(groupId, artifactId));
        assertEquals(1, violations(module).size());
    }

    @ParameterizedTest
    @CsvSource({
        "crypto, java.sql",
        "protocol, java.sql",
        "store-file, java.sql",
        "sdk-api, java.sql",
        "sdk-api, com.google.protobuf",
        "sdk-api, org.bouncycastle.provider",
        "protocol, transitive com.google.protobuf",
        "sdk-api, transitive com.fasterxml.jackson.databind",
        "protocol, io.lintel.sdk",
    })
    void aForbiddenRequiresIsFound(String module, String requires) throws IOException {
        write(module + "/pom.xml", "<project/>");
        write(module + "/src/main/java/module-info.java", "module m {\n    requires " + requires + ";\n}\n");
        assertEquals(1, violations(module).size());
    }

    @ParameterizedTest
    @CsvSource({
        "io.lintel.sdk, 0",
        "io.lintel.sdk.credential, 0",
        "io.lintel.sdk.command, 1",
        "io.lintel.sdk.command.credential, 1",
        "io.lintel.sdk.command to io.lintel.store.sql, 1",
    })
    void anExportOfWhatIsInsideIsFound(String exports, int expected) throws IOException {
        write("sdk-api/pom.xml", "<project/>");
        write("sdk-api/src/main/java/module-info.java", "module m {\n    exports " + exports + ";\n}\n");
        assertEquals(expected, violations("sdk-api").size());
    }

    @Test
    void whatTestsAloneDependOnIsFree() throws IOException {
        write("crypto/pom.xml", """
                <project><dependencies><dependency>
                  <groupId>com.fasterxml.jackson.core</groupId><artifactId>jackson-databind</artifactId><scope>test</scope>
                </dependency></dependencies></project>
                """);
        assertEquals(List.of(), violations("crypto"));
    }

    private List<String> violations(String module) throws IOException {
        return ArrowViolations.of(ModuleFiles.read(brokenRepository, module));
    }

    private void write(String path, String text) throws IOException {
        Path file = brokenRepository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
