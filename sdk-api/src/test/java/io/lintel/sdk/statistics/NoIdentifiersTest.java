package io.lintel.sdk.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.sdk.statistics.Counter.Source;
import io.lintel.sdk.statistics.SmallGroups.Table;
import io.lintel.testing.Requirement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Walks the types of what is reported: nothing in them can hold a person, a reader, a phone or a time of day. */
class NoIdentifiersTest {

    /** Counts, days, what is counted, and the project that it belongs to (STA-04). */
    private static final Set<Class<?>> HARMLESS =
            Set.of(long.class, Long.class, LocalDate.class, Counter.class, Dimension.class, ProjectId.class);

    /** Texts that say what phones are, each counted apart and only where many have it (STA-17, STA-21). */
    private static final Set<String> TEXTS =
            Set.of("AppReport.phoneModel", "AppReport.osVersion", "AppReport.appVersion", "Table.shown");

    @TestFactory
    @Requirement({"STA-02", "STA-04", "STA-21"})
    Stream<DynamicTest> reportHasNoRoomForAnIdentifierOrATime() {
        return Stream.<Class<?>>of(ProjectReport.class, ReaderReport.class, AppReport.class)
                .map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> {
                    List<String> found = new ArrayList<>();
                    walk(type, found);
                    assertEquals(List.of(), found);
                }));
    }

    @Test
    @Requirement("STA-20")
    void onlyReadersTellCausesOfFailures() {
        assertEquals(
                1,
                Arrays.stream(Counter.values())
                        .filter(counter -> counter.source() == Source.APP)
                        .filter(counter -> counter.name().contains("FAILED"))
                        .count());
        assertTrue(Arrays.stream(Counter.values())
                        .filter(counter -> counter.source() == Source.READER)
                        .filter(counter -> counter.name().contains("FAILED"))
                        .count()
                > 1);
    }

    @Test
    @Requirement("STA-18")
    void managerCountsNothingUntilSomebodySaysWhat() {
        assertTrue(Arrays.stream(Counter.values()).noneMatch(counter -> counter.source() == Source.MANAGER));
    }

    private static void walk(Class<?> type, List<String> found) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = type.getSimpleName() + "." + component.getName();
            for (Class<?> part : parts(component.getGenericType())) {
                boolean harmless = HARMLESS.contains(part) || (part == String.class && TEXTS.contains(name));
                if (part == Table.class) {
                    walk(part, found);
                } else if (!harmless) {
                    found.add(name + " holds " + part.getSimpleName());
                }
            }
        }
    }

    private static List<Class<?>> parts(Type type) {
        if (type instanceof ParameterizedType generic) {
            return Arrays.stream(generic.getActualTypeArguments())
                    .flatMap(argument -> parts(argument).stream())
                    .toList();
        }
        return List.of((Class<?>) type);
    }
}
