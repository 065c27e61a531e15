package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.store.sql.MatrixDeed.Reach;
import io.lintel.testing.Requirement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The permission matrix of the requirements, section 1, cell by cell, through the manager and on a store. */
class PermissionMatrixTest {

    /** The columns: operator, distributor, distributor in a workspace, customer, holder. Every question mark is decided. */
    private static final String MATRIX = """
            CREATE_DISTRIBUTOR       x . . . .
            SEE_DISTRIBUTOR          x x . . .
            ADD_DISTRIBUTOR_CREDIT   x . . . .
            MANAGE_CUSTOMERS         . x . . .
            MOVE_CREDIT              . x . . .
            EDIT_SYSTEM              . x . . .
            EDIT_CONTACT             . x x x .
            EDIT_KEY_SETTINGS        . x x x .
            ALLOW_DUPLICATES         . x . . .
            MANAGE_LOGINS            . x . . .
            CHANGE_OWN_PASSWORD      x x . x .
            MANAGE_CREDENTIALS       . . x x .
            MANAGE_READERS           . . x x .
            ACTIVATE                 . . . . x
            DELETE_CREDENTIAL        . . x x x
            SEE_LEDGER               x x x x .
            SEE_CUSTOMER             . x x x .
            SEE_EVENTS               x x x x .
            MANAGE_EVENTS            . . x x .
            EXPORT_READER_SECRETS    . . x x .
            ROTATE_KEYS              . . x x .
            SEE_HISTORY              . . x x .
            PUBLISH_LIST             . . x x .
            UNLOCK_REMOTELY          . . x x x
            MANAGE_STATISTICS        . . x x .
            ASK_FOR_SUPPORT          . . x x x
            """;

    /** What takes no right: it finds out itself who asks, or is asked by a phone or reader that the protocol authenticates. */
    private static final Set<String> WITHOUT_A_RIGHT = Set.of(
            "Logins.login",
            "Logins.changePassword",
            "Logins.own",
            "Phones.answer",
            "Phones.redeem(Bytes,String)",
            "Phones.redeem(Bytes)",
            "Phones.checkIn",
            "Phones.linkOpened",
            "Links.desk");

    private enum Somebody {
        OPERATOR(0, Set.of(Reach.EVERYTHING, Reach.DISTRIBUTOR)),
        DISTRIBUTOR(1, Set.of(Reach.DISTRIBUTOR, Reach.CUSTOMER, Reach.CREDENTIAL, Reach.ANOTHER_CREDENTIAL)),
        OTHER_DISTRIBUTOR(1, Set.of()),
        WORKSPACE(2, Set.of(Reach.CUSTOMER, Reach.CREDENTIAL, Reach.ANOTHER_CREDENTIAL)),
        SIBLINGS_WORKSPACE(2, Set.of()),
        WORKSPACE_OF_A_STRANGER(2, Set.of()),
        CUSTOMER(3, Set.of(Reach.CUSTOMER, Reach.CREDENTIAL, Reach.ANOTHER_CREDENTIAL)),
        SIBLING(3, Set.of()),
        FOREIGN_CUSTOMER(3, Set.of()),
        HOLDER(4, Set.of(Reach.CUSTOMER, Reach.CREDENTIAL)),
        OTHER_HOLDER(4, Set.of(Reach.CUSTOMER)),
        FOREIGN_HOLDER(4, Set.of()),
        PHONE(4, Set.of());

        private final int column;

        @SuppressWarnings("ImmutableEnumChecker") // Set.of makes it so
        private final Set<Reach> reaches;

        Somebody(int column, Set<Reach> reaches) {
            this.column = column;
            this.reaches = reaches;
        }

        Principal principal(MatrixGround ground) {
            return switch (this) {
                case OPERATOR -> new Principal.Operator(1);
                case DISTRIBUTOR -> new Principal.DistributorAdmin(ground.distributor, 1);
                case OTHER_DISTRIBUTOR -> new Principal.DistributorAdmin(ground.otherDistributor, 1);
                case WORKSPACE -> new Principal.WorkspaceAdmin(ground.distributor, 1, ground.customer);
                case SIBLINGS_WORKSPACE -> new Principal.WorkspaceAdmin(ground.distributor, 1, ground.sibling);
                case WORKSPACE_OF_A_STRANGER ->
                    new Principal.WorkspaceAdmin(ground.otherDistributor, 1, ground.customer);
                case CUSTOMER -> new Principal.CustomerAdmin(ground.customer, 1);
                case SIBLING -> new Principal.CustomerAdmin(ground.sibling, 1);
                case FOREIGN_CUSTOMER -> new Principal.CustomerAdmin(ground.foreign, 1);
                case HOLDER -> new Principal.EndUser(ground.customer, ground.serial);
                case OTHER_HOLDER -> new Principal.EndUser(ground.customer, ground.otherSerial);
                case FOREIGN_HOLDER -> new Principal.EndUser(ground.foreign, ground.foreignSerial);
                case PHONE -> Principal.phone();
            };
        }
    }

    @Test
    void everyActionHasItsRow() {
        assertEquals(
                Arrays.stream(Action.values()).map(Action::name).collect(Collectors.toCollection(TreeSet::new)),
                new TreeSet<>(cells().keySet()));
    }

    @Test
    void everyCommandAndViewOfTheManagerHasItsDeed() {
        Set<String> methods = new TreeSet<>();
        Deque<Class<?>> parts = new ArrayDeque<>(List.of(Manager.class));
        while (!parts.isEmpty()) {
            Class<?> part = parts.pop();
            List<Method> own = Arrays.stream(part.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> method.getReturnType() != Manager.class)
                    .toList();
            for (Method method : own) {
                boolean leadsOn = method.getParameterCount() == 0
                        && method.getReturnType().getPackage() == Manager.class.getPackage();
                if (leadsOn) {
                    parts.add(method.getReturnType());
                } else {
                    methods.add(name(method, own));
                }
            }
        }

        Set<String> covered =
                MatrixDeeds.all().stream().map(MatrixDeed::method).collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(WITHOUT_A_RIGHT);
        assertEquals(methods, covered);
    }

    @Test
    @Requirement({"ACC-01", "ACC-02", "ACC-03", "ACC-04", "ACC-08", "ACC-09", "ACC-35", "ACC-37", "ACC-38"})
    void everyCellDoesWhatItSaysAndADeniedOneChangesNothing(@TempDir Path directory) throws Exception {
        Map<String, String> cells = cells();
        try (MatrixGround ground = new MatrixGround(directory)) {
            for (MatrixDeed deed : MatrixDeeds.all()) {
                succeed(deed, ground.host, ground);
                String row = cells.get(deed.action().name());
                List<Somebody> denied = Arrays.stream(Somebody.values())
                        .filter(somebody -> !isAllowed(somebody, deed, row))
                        .toList();
                for (Somebody somebody : Somebody.values()) {
                    if (!denied.contains(somebody)) {
                        succeed(deed, ground.host.as(somebody.principal(ground)), ground);
                    }
                }
                deny(deed, denied, ground);
            }
        }
    }

    private static boolean isAllowed(Somebody somebody, MatrixDeed deed, String row) {
        return row.charAt(somebody.column) == 'x' && somebody.reaches.contains(deed.reach());
    }

    private static void succeed(MatrixDeed deed, Manager manager, MatrixGround ground) throws Exception {
        MatrixDeed.Deed prepared = deed.preparation().apply(ground);
        if (deed.sureness() == MatrixDeed.Sureness.SUCCEEDS) {
            prepared.by(manager);
            return;
        }
        try {
            prepared.by(manager);
        } catch (ManagerException refused) {
            assertTrue(refused.code() != ErrorCode.PERMISSION_DENIED, deed.method());
        }
    }

    private static void deny(MatrixDeed deed, List<Somebody> denied, MatrixGround ground) throws SQLException {
        MatrixDeed.Deed prepared = deed.preparation().apply(ground);
        String before = DatabaseDump.of(ground.bench.database);
        for (Somebody somebody : denied) {
            String cell = deed.method() + " by " + somebody;
            Manager manager = ground.host.as(somebody.principal(ground));
            ManagerException refused = assertThrows(ManagerException.Refused.class, () -> prepared.by(manager), cell);
            assertEquals(ErrorCode.PERMISSION_DENIED, refused.code(), cell);
            assertEquals(before, DatabaseDump.of(ground.bench.database), cell);
        }
    }

    private static Map<String, String> cells() {
        Map<String, String> cells = new TreeMap<>();
        MATRIX.lines().forEach(line -> {
            int blank = line.indexOf(' ');
            cells.put(line.substring(0, blank), line.substring(blank).replace(" ", ""));
        });
        return cells;
    }

    private static String name(Method method, List<Method> all) {
        String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        long same = all.stream()
                .filter(other -> other.getName().equals(method.getName()))
                .count();
        if (same == 1) {
            return name;
        }
        return name
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(",", "(", ")"));
    }
}
