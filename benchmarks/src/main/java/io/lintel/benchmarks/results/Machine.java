package io.lintel.benchmarks.results;

import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderChoice;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a run ran on, and what it measured.
 *
 * @param processor the processor's name
 * @param processors how many of them this process sees
 * @param memoryMebibytes the machine's memory
 * @param system the operating system
 * @param hugePages when the kernel gives processes huge pages: always, when asked (madvise), or never; unknown where it is not Linux
 * @param jdk the JDK
 * @param build which build of Lintel is measured
 * @param providers which implementation serves each primitive where none is forced
 * @param versions of each provider that can be forced, and of the libraries among the peers
 */
record Machine(
        String processor,
        int processors,
        long memoryMebibytes,
        String system,
        String hugePages,
        String jdk,
        String build,
        List<ProviderChoice> providers,
        Map<String, String> versions) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
    private static final String UNKNOWN = "unknown";
    private static final int MEBIBYTE = 1 << 20;

    Machine {
        providers = List.copyOf(providers);
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    }

    /** This one. */
    static Machine here() throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                processorName(),
                system.getAvailableProcessors(),
                system.getTotalMemorySize() / MEBIBYTE,
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                hugePagesHere(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Build.here(),
                Primitives.select(new SecureRandom()).choices(),
                Versions.here());
    }

    private static String processorName() {
        return lines(CPU_INFO)
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(UNKNOWN);
    }

    /** The kernel puts the choice in force into brackets. */
    private static String hugePagesHere() {
        return lines(HUGE_PAGES)
                .map(line -> line.replaceAll(".*\\[(\\w+)].*", "$1"))
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file).stream() : Stream.of();
        } catch (IOException unreadable) {
            return Stream.of();
        }
    }

    String markdown() {
        Table table = new Table("", "primitive", "provider", "version");
        Table forced = new Table("", "forced, or a peer", "version");
        versions.forEach(forced::row);
        providers.forEach(choice ->
                table.row(choice.primitive().label(), choice.provider().label(), choice.version()));
        return String.format(
                        Locale.ROOT,
                        "%s, %d of them here, %,d MiB; %s; huge pages: %s; %s; Lintel's classes %s.%n%n",
                        processor,
                        processors,
                        memoryMebibytes,
                        system,
                        hugePages,
                        jdk,
                        build)
                + table.markdown() + "\n" + forced.markdown();
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("processor", processor);
        facts.put("processors", processors);
        facts.put("memoryMebibytes", memoryMebibytes);
        facts.put("system", system);
        facts.put("hugePages", hugePages);
        facts.put("jdk", jdk);
        facts.put("build", build);
        Map<String, Object> primitives = new LinkedHashMap<>();
        providers.forEach(choice ->
                primitives.put(choice.primitive().label(), choice.provider().label() + " " + choice.version()));
        facts.put("providers", primitives);
        facts.put("versions", versions);
        return facts;
    }
}
