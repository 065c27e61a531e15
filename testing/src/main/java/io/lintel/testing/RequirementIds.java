package io.lintel.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ids of the requirements that exist, which {@code docs/requirements.md} must list, each once. */
final class RequirementIds {

    private static final List<Group> GROUPS = List.of(
            new Group("ACC", 41),
            new Group("SYS", 15),
            new Group("KEY", 8),
            new Group("CFG", 9),
            new Group("CRD", 36),
            new Group("USR", 14),
            new Group("DEV", 21),
            new Group("ACT", 20),
            new Group("NTF", 10),
            new Group("REV", 15),
            new Group("PHN", 5),
            new Group("SSR", 16),
            new Group("RDR", 19),
            new Group("ONE", 5),
            new Group("TEC", 5),
            new Group("RUL", 4),
            new Group("STA", 21),
            new Group("SUP", 6),
            new Group("LNG", 5),
            new Group("PWD", 6),
            new Group("UIX", 14),
            new Group("SYN", 5));

    private static final Set<String> ALL = list();

    private RequirementIds() {}

    /** All ids in the order of the groups, and in a group by number. */
    static Set<String> all() {
        return ALL;
    }

    static boolean isKnown(String id) {
        return ALL.contains(id);
    }

    private static Set<String> list() {
        List<String> ids = new ArrayList<>();
        for (Group group : GROUPS) {
            for (int number = 1; number <= group.size(); number++) {
                ids.add(String.format(Locale.ROOT, "%s-%02d", group.name(), number));
            }
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(ids));
    }

    private record Group(String name, int size) {}
}
