package io.lintel.testing.architecture;

import io.lintel.testing.architecture.ModuleFiles.Dependency;
import io.lintel.testing.architecture.ModuleFiles.Requires;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what a module names with what {@link ModuleArrows} lets it name. */
final class ArrowViolations {

    private static final String OWN_GROUP = "io.lintel";
    private static final Set<String> JAVA_FOR_ALL = Set.of("java.base");

    private final ModuleFiles files;
    private final Set<String> reachable;
    private final List<String> violations = new ArrayList<>();

    private ArrowViolations(ModuleFiles files) {
        this.files = files;
        this.reachable = ModuleArrows.reachable(files.module());
    }

    /** One line per violation; none where the module keeps to the arrows. */
    static List<String> of(ModuleFiles files) {
        ArrowViolations check = new ArrowViolations(files);
        files.dependencies().stream()
                .filter(dependency -> !dependency.scope().equals("test"))
                .forEach(check::check);
        files.requires().forEach(check::check);
        files.exports().stream()
                .filter(name -> ModuleArrows.isInside(files.module(), name))
                .forEach(name -> check.violate("module-info.java", "exports " + name + ", which is inside"));
        return List.copyOf(check.violations);
    }

    private void check(Dependency dependency) {
        boolean allowed = dependency.groupId().equals(OWN_GROUP)
                ? reachable.contains(dependency.artifactId().replaceFirst("^lintel-", ""))
                : ModuleArrows.mayUseGroup(files.module(), dependency.groupId());
        if (!allowed) {
            violate("pom.xml", dependency.groupId() + ":" + dependency.artifactId());
        }
        // An ACS vendor or a manufacturer who speaks BLE alone must not get Netty with it.
        boolean onlyForNettyChannel = files.module().equals("transport-ble")
                && (dependency.groupId().equals("io.netty")
                        || dependency.artifactId().equals("lintel-transport-tcp"));
        if (onlyForNettyChannel && !dependency.optional()) {
            violate("pom.xml", dependency.artifactId() + " without <optional>");
        }
    }

    private void check(Requires requires) {
        String name = requires.jpmsModule();
        boolean isOwn = name.startsWith(OWN_GROUP + ".");
        boolean allowed = isOwn
                ? reachableJpmsModules().contains(name)
                : JAVA_FOR_ALL.contains(name) || ModuleArrows.mayRequire(files.module(), name);
        if (!allowed) {
            violate("module-info.java", "requires " + name);
        }
        if (requires.isTransitive() && !isOwn && !ModuleArrows.mayRequireTransitively(files.module(), name)) {
            violate("module-info.java", "requires transitive " + name + ", a library in a public signature");
        }
    }

    private Set<String> reachableJpmsModules() {
        return reachable.stream().map(ArrowViolations::jpmsName).collect(Collectors.toSet());
    }

    private static String jpmsName(String module) {
        return OWN_GROUP + "." + (module.equals("sdk-api") ? "sdk" : module.replace('-', '.'));
    }

    private void violate(String file, String what) {
        violations.add(files.module() + "/" + file + ": " + what);
    }
}
