package io.lintel.benchmarks.results;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs in JVMs of their own, with this one's JDK and class path, and with the providers that were forced here: what a header
 * names is what its figures were measured with.
 */
public final class OtherJvm {
    private static final String PASSED_ON = "lintel.crypto.";

    private OtherJvm() {}

    /**
     * Returns how a program is started; what it says on standard error appears on this process's.
     *
     * @param options what its JVM is told besides
     * @param arguments what the program is told
     */
    public static ProcessBuilder of(Class<?> program, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith(PASSED_ON))
                .sorted()
                .map(name -> "-D" + name + "=" + System.getProperty(name))
                .forEach(command::add);
        command.addAll(options);
        command.addAll(List.of(
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    }
}
