package io.lintel.testing.architecture;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each module may depend on. It is the one place that says so: a pom or a module descriptor that goes beyond it
 * fails {@link ModuleArrowsTest}, which is the first test of a build.
 *
 * <p>The arrows of Lintel's own modules are transitive. Libraries are not: what a module names, it names itself. SLF4J's
 * API may be named by all but {@code crypto}; libraries that only tests see are free.
 */
final class ModuleArrows {

    private static final Library JSPECIFY = new Library("org.jspecify", "org.jspecify");
    private static final Library SLF4J = new Library("org.slf4j", "org.slf4j");
    private static final Library BOUNCY_CASTLE = new Library("org.bouncycastle", "org.bouncycastle.provider");
    private static final Library CONSCRYPT = new Library("org.conscrypt", "org.conscrypt");
    private static final Library CORRETTO =
            new Library("software.amazon.cryptools", "com.amazon.corretto.crypto.provider");
    private static final Library PROTOBUF = new Library("com.google.protobuf", "com.google.protobuf");
    private static final Library JACKSON = new Library("com.fasterxml.jackson.core", "com.fasterxml.jackson");
    private static final Library JDBC = new Library("java", "java.sql");
    private static final Library SQLITE = new Library("org.xerial", "org.xerial.sqlitejdbc");
    private static final Library POSTGRESQL = new Library("org.postgresql", "org.postgresql.jdbc");
    private static final Library HIKARI = new Library("com.zaxxer", "com.zaxxer.hikari");
    private static final Library FLYWAY = new Library("org.flywaydb", "flyway");
    private static final Library NETTY = new Library("io.netty", "io.netty");
    private static final Library DBUS = new Library("com.github.hypfvieh", "org.freedesktop.dbus");
    private static final Library BLUEZ_DBUS = new Library("com.github.hypfvieh", "bluez.dbus");
    private static final Library JNA = new Library("net.java.dev.jna", "com.sun.jna");
    private static final Library PICOCLI = new Library("info.picocli", "info.picocli");
    private static final Library ZXING = new Library("com.google.zxing", "com.google.zxing");
    private static final Library JAKARTA_MAIL = new Library("jakarta.mail", "jakarta.mail");
    private static final Library ANGUS_MAIL = new Library("org.eclipse.angus", "org.eclipse.angus.mail");
    private static final Library HTTP_CLIENT = new Library("java", "java.net.http");
    /** Only to read the picture in the demo's mail as a camera would. */
    private static final Library PICTURES = new Library("java", "java.desktop");

    private static final Library XML = new Library("java", "java.xml");

    /** Plots of the simulator and of benchmarks, as pictures and as SVG. */
    private static final Library XCHART = new Library("org.knowm.xchart", "xchart");

    private static final Library VECTOR_GRAPHICS =
            new Library("de.erichseifert.vectorgraphics2d", "de.erichseifert.vectorgraphics2d");
    private static final Library JMH = new Library("org.openjdk.jmh", "jmh");
    private static final Library HDR_HISTOGRAM = new Library("org.hdrhistogram", "org.hdrhistogram");
    private static final Library NOISE_JAVA = new Library("org.signal.forks", "noise.java");
    private static final Library ROARING = new Library("org.roaringbitmap", "roaringbitmap");
    private static final Library SUX4J = new Library("it.unimi.dsi", "it.unimi.dsi.sux4j");
    private static final Library COMPRESS = new Library("org.apache.commons", "org.apache.commons.compress");
    private static final Library POSTGRES_BINARIES = new Library("io.zonky.test.postgres", "io.zonky.test.postgres");
    private static final Library XZ = new Library("org.tukaani", "org.tukaani.xz");
    private static final Library JUNIT = new Library("org.junit.platform", "org.junit.platform");

    private static final Map<String, Allowed> ALLOWED = table();

    /** Packages that no module exports, those below them included: vendors embed the facade, not how it works. */
    private static final Map<String, String> INSIDE = Map.of("sdk-api", "io.lintel.sdk.command");

    private ModuleArrows() {}

    private static Map<String, Allowed> table() {
        Map<String, Allowed> table = new TreeMap<>();
        table.put("testing", allowed(List.of(), JUNIT, JACKSON, COMPRESS, XZ));
        table.put("crypto", allowed(List.of(), BOUNCY_CASTLE, CONSCRYPT, CORRETTO));
        table.put("protocol", allowed(List.of("crypto"), PROTOBUF, SLF4J));
        table.put("sdk-api", allowed(List.of("protocol"), JACKSON, SLF4J));
        table.put("store-sql", allowed(List.of("sdk-api"), JDBC, SQLITE, POSTGRESQL, HIKARI, FLYWAY, SLF4J));
        table.put("store-file", allowed(List.of("protocol"), SLF4J));
        table.put("connectors", allowed(List.of("sdk-api"), JAKARTA_MAIL, ANGUS_MAIL, HTTP_CLIENT, ZXING, SLF4J));
        table.put("transport-tcp", allowed(List.of("protocol"), NETTY, SLF4J));
        table.put("transport-ble", allowed(List.of("protocol", "transport-tcp"), NETTY, SLF4J));
        table.put("transport-bluez", allowed(List.of("transport-ble"), DBUS, BLUEZ_DBUS, JNA, SLF4J));
        table.put(
                "conformance",
                allowed(List.of("transport-tcp", "transport-ble", "transport-bluez"), JACKSON, SLF4J, XML));
        List<String> product = List.of("store-sql", "store-file", "connectors", "conformance");
        List<String> measured =
                Stream.concat(product.stream(), Stream.of("testing")).toList();
        table.put(
                "benchmarks",
                allowed(
                        measured,
                        JACKSON,
                        JMH,
                        BOUNCY_CASTLE,
                        CONSCRYPT,
                        CORRETTO,
                        NOISE_JAVA,
                        NETTY,
                        HDR_HISTOGRAM,
                        XCHART,
                        VECTOR_GRAPHICS,
                        ROARING,
                        SUX4J,
                        SLF4J,
                        POSTGRESQL,
                        FLYWAY,
                        POSTGRES_BINARIES,
                        COMPRESS,
                        XZ));
        table.put("fuzzing", allowed(List.of()));
        table.put(
                "cli",
                allowed(
                        List.of("store-sql", "store-file", "connectors", "conformance", "benchmarks"),
                        JACKSON,
                        PICOCLI,
                        PICTURES,
                        XCHART,
                        VECTOR_GRAPHICS,
                        ZXING,
                        SLF4J));
        return Map.copyOf(table);
    }

    /** The modules that have a rule, which must be all of them but the BOM. */
    static Set<String> modules() {
        return ALLOWED.keySet();
    }

    /** Everything that a module may name of Lintel's own: what the arrows reach. */
    static Set<String> reachable(String module) {
        Set<String> reached = new HashSet<>();
        for (String next : ALLOWED.get(module).modules()) {
            reached.add(next);
            reached.addAll(reachable(next));
        }
        return reached;
    }

    static boolean mayUseGroup(String module, String groupId) {
        return libraries(module).anyMatch(library -> library.groupId().equals(groupId));
    }

    static boolean mayRequire(String module, String jpmsModule) {
        return libraries(module)
                .map(Library::jpmsPrefix)
                .anyMatch(prefix -> jpmsModule.equals(prefix) || jpmsModule.startsWith(prefix + "."));
    }

    /**
     * Only Netty, in the transports, may show in a public signature, the platform's own JDBC in the store on it, and
     * JSpecify's annotations anywhere.
     */
    static boolean mayRequireTransitively(String module, String jpmsModule) {
        return jpmsModule.equals(JSPECIFY.jpmsPrefix())
                || (module.equals("store-sql") && jpmsModule.equals(JDBC.jpmsPrefix()))
                || (module.startsWith("transport-") && jpmsModule.startsWith(NETTY.jpmsPrefix() + "."));
    }

    static boolean isInside(String module, String packageName) {
        String inside = INSIDE.get(module);
        return inside != null && (packageName.equals(inside) || packageName.startsWith(inside + "."));
    }

    private static Stream<Library> libraries(String module) {
        return Stream.concat(Stream.of(JSPECIFY), ALLOWED.get(module).libraries().stream());
    }

    private static Allowed allowed(List<String> modules, Library... libraries) {
        return new Allowed(modules, List.of(libraries));
    }

    private record Allowed(List<String> modules, List<Library> libraries) {}

    private record Library(String groupId, String jpmsPrefix) {}
}
