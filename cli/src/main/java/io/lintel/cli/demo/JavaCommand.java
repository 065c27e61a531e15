package io.lintel.cli.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** How to start this very program once more, as a process of its own. */
final class JavaCommand {
    private static final int WARNS_OF_LIBRARIES_SINCE = 24;
    private static final String PASSED_ON = "lintel.crypto.";

    private JavaCommand() {}

    /** The command line of {@code lintel} with these arguments. */
    static List<String> lintel(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current()
                .info()
                .command()
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        // Short lives: the second compiler and parallel collectors would only cost time.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (Runtime.version().feature() >= WARNS_OF_LIBRARIES_SINCE) {
            command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        }
        Properties properties = System.getProperties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PASSED_ON)) {
                command.add("-D" + name + "=" + properties.getProperty(name));
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "io.lintel.cli.Main"));
        command.addAll(arguments);
        return command;
    }
}
