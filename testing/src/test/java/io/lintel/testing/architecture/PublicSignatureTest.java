package io.lintel.testing.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shows what keeps libraries out of public signatures: the compiler's lint {@code exports}, part of this build's {@code
 * -Xlint:all -Werror}, refuses a type of a module that is not required transitively, and {@link ModuleArrows} refuses to
 * require a library transitively.
 */
final class PublicSignatureTest {

    @TempDir
    private Path workspace;

    @Test
    void aLibraryTypeInAnExportedSignatureDoesNotCompile() throws IOException {
        StringWriter messages = new StringWriter();
        assertFalse(compile("public library.Message message;", messages), messages.toString());
        assertTrue(messages.toString().contains("[exports]"), messages.toString());
    }

    @Test
    void aLibraryTypeBehindASignatureCompiles() throws IOException {
        StringWriter messages = new StringWriter();
        assertTrue(compile("private library.Message message;", messages), messages.toString());
    }

    private boolean compile(String member, StringWriter messages) throws IOException {
        List<Path> sources = List.of(
                write("library/module-info.java", "module library { exports library; }"),
                write("library/library/Message.java", "package library; public interface Message {}"),
                write("product/module-info.java", "module product { requires library; exports product; }"),
                write("product/product/Api.java", """
                        package product;
                        public class Api {
                            public Api() {}
                            %s
                        }
                        """.formatted(member)));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options = List.of(
                "-Xlint:all",
                "-Werror",
                "--module-source-path",
                workspace.toString(),
                "-d",
                workspace.resolve("classes").toString());
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            return compiler.getTask(messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    private Path write(String path, String text) throws IOException {
        Path file = workspace.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
