package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Argon2idParameters;
import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.Manager;
import io.lintel.sdk.login.AdminLogin;
import io.lintel.sdk.login.ChangePassword;
import io.lintel.sdk.login.CreateLogin;
import io.lintel.sdk.login.DeleteLogin;
import io.lintel.sdk.login.LoginAttempt;
import io.lintel.sdk.login.LoginOutcome;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.login.LoginPolicy;
import io.lintel.sdk.login.ResetPassword;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EmailAddress;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class LoginTest {

    private static final Argon2idParameters LITTLE_WORK = new Argon2idParameters(64, 1, 1);
    private static final LoginPolicy POLICY =
            new LoginPolicy(LITTLE_WORK, 3, 8, Duration.ofMinutes(15), Optional.empty());
    private static final String EMAIL = "admin@example.org";
    private static final String PASSWORD = "Correct horse 1";
    private static final String OTHER_PASSWORD = "Battery staple 2";

    private final Database database;
    private TestBench bench;
    private Manager manager;
    private CustomerId customer;
    private LoginOwner owner;

    LoginTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        manager = bench.manager.with(POLICY);
        customer = bench.site().site().customer();
        owner = LoginOwner.of(customer);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"ACC-28", "ACC-29"})
    void newLoginIsInTheListAndLetsItsOwnerIn() {
        long number = create(EMAIL);

        AdminLogin login = only(manager.logins().list(owner, 0, 10));
        assertEquals(1, number);
        assertEquals(number, login.number());
        assertEquals(EMAIL, login.email().text());
        assertEquals(TestBench.START, login.created());
        assertEquals(AdminLogin.Status.ACTIVE, login.status());
        assertEquals(
                new LoginOutcome.Admitted(new Principal.CustomerAdmin(customer, 1), Optional.empty()),
                login(EMAIL, PASSWORD));

        bench.clock.set(TestBench.START.plusSeconds(60));
        create(owner, "second@example.org", PASSWORD);
        List<AdminLogin> both = manager.logins().list(owner, 0, 10);
        assertEquals(List.of(1L, 2L), both.stream().map(AdminLogin::number).toList());
        assertEquals(TestBench.START.plusSeconds(60), both.get(1).created());
    }

    @Test
    @Requirement("ACC-05")
    void loginsOfAllThreeSortsOfOwnerLetTheirOwnersIn() {
        create(LoginOwner.operator(), "operator@example.org", PASSWORD);
        create(LoginOwner.of(DistributorId.OPERATOR), "distributor@example.org", PASSWORD);

        assertEquals(new Principal.Operator(1), admitted("operator@example.org"));
        assertEquals(new Principal.DistributorAdmin(DistributorId.OPERATOR, 1), admitted("distributor@example.org"));
    }

    @Test
    void capitalLettersInTheAddressDoNotMatter() {
        create(EMAIL);

        assertEquals(new Principal.CustomerAdmin(customer, 1), admitted("Admin@Example.ORG"));
    }

    @Test
    void wrongPasswordUnknownAddressAndDeletedLoginAreToldTheSame() {
        create(EMAIL);
        create(owner, "deleted@example.org", PASSWORD);
        manager.logins().delete(TestBench.id(), new DeleteLogin(owner, 2));

        LoginOutcome rejected = new LoginOutcome.Rejected();
        assertEquals(rejected, login(EMAIL, OTHER_PASSWORD));
        assertEquals(rejected, login("nobody@example.org", PASSWORD));
        assertEquals(rejected, login("deleted@example.org", PASSWORD));
        assertEquals(rejected, login("no address", PASSWORD));
    }

    @Test
    @Requirement({"ACC-31", "ACC-32", "ACC-33"})
    void deletedLoginStaysAndItsAddressIsFreeButItsNumberIsNot() {
        create(EMAIL);
        create(owner, "second@example.org", PASSWORD);
        manager.logins().delete(TestBench.id(), new DeleteLogin(owner, 2));
        long again = create(owner, "second@example.org", OTHER_PASSWORD);

        List<AdminLogin> logins = manager.logins().list(owner, 0, 10);
        assertEquals(
                List.of(1L, 2L, 3L), logins.stream().map(AdminLogin::number).toList());
        assertEquals(Optional.of(TestBench.START), logins.get(1).deleted());
        assertEquals(AdminLogin.Status.DELETED, logins.get(1).status());
        assertEquals(3, again);
        assertEquals(
                ErrorCode.ILLEGAL_TRANSITION,
                refused(() -> manager.logins().delete(TestBench.id(), new DeleteLogin(owner, 2))));
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused(() -> reset(owner, 2, PASSWORD)));
        assertEquals(
                new LoginOutcome.Admitted(new Principal.CustomerAdmin(customer, 3), Optional.empty()),
                login("second@example.org", OTHER_PASSWORD));
    }

    @Test
    void deletedLoginLeavesNoHashBehind() throws SQLException {
        create(EMAIL);
        manager.logins().delete(TestBench.id(), new DeleteLogin(owner, 1));

        assertEquals(Optional.empty(), hash());
        assertEquals(0, withHash());
        create(EMAIL);
        assertEquals(1, withHash());
    }

    @Test
    void addressOfAnotherLoginIsRefusedWhoeverOwnsIt() {
        create(LoginOwner.of(DistributorId.OPERATOR), EMAIL, PASSWORD);

        assertEquals(ErrorCode.DUPLICATE_LOGIN, refused(() -> create("ADMIN@example.org")));
        assertEquals(List.of(), manager.logins().list(owner, 0, 10));
    }

    @Test
    void repeatedCreationMakesOneLoginWhateverThePassword() {
        CommandId id = TestBench.id();
        long first = create(id, owner, EMAIL, PASSWORD);
        long second = create(id, owner, EMAIL, OTHER_PASSWORD);

        assertEquals(first, second);
        assertEquals(new Principal.CustomerAdmin(customer, 1), admitted(EMAIL));
        assertThrows(ManagerException.Conflict.class, () -> create(id, owner, "other@example.org", PASSWORD));
    }

    @Test
    @Requirement("PWD-01")
    void weakPasswordIsRefusedWhereverOneIsSet() {
        create(EMAIL);

        assertEquals(ErrorCode.PASSWORD_TOO_WEAK, refused(() -> create(owner, "other@example.org", "password")));
        assertEquals(ErrorCode.PASSWORD_TOO_WEAK, refused(() -> reset(owner, 1, "password")));
        assertEquals(ErrorCode.PASSWORD_TOO_WEAK, refused(() -> change(EMAIL, PASSWORD, "password")));
        assertEquals(new Principal.CustomerAdmin(customer, 1), admitted(EMAIL));
    }

    @Test
    @Requirement({"PWD-02", "PWD-03"})
    void ownPasswordChangesWithTheCurrentOneOnly() {
        create(EMAIL);

        assertEquals(ErrorCode.LOGIN_REJECTED, refused(() -> change(EMAIL, OTHER_PASSWORD, OTHER_PASSWORD)));
        change(EMAIL, PASSWORD, OTHER_PASSWORD);

        assertEquals(new LoginOutcome.Rejected(), login(EMAIL, PASSWORD));
        assertInstanceOf(LoginOutcome.Admitted.class, login(EMAIL, OTHER_PASSWORD));
        Change last = lastChange();
        assertEquals(Change.Kind.PASSWORD_CHANGED, last.kind());
        assertEquals(new Principal.CustomerAdmin(customer, 1).actor(), last.actor());
    }

    @Test
    void loginChangesNobodyElsesPasswordThisWay() {
        create(EMAIL);
        create(owner, "other@example.org", OTHER_PASSWORD);
        Manager first = manager.as(new Principal.CustomerAdmin(customer, 1));

        assertEquals(
                ErrorCode.PERMISSION_DENIED,
                refused(() -> change(first, "other@example.org", OTHER_PASSWORD, "New password 3")));
        change(first, EMAIL, PASSWORD, "New password 3");
    }

    @Test
    @Requirement({"ACC-30", "PWD-04"})
    void distributorResetsAPasswordWithoutTheOldOne() {
        create(EMAIL);
        Manager distributor = manager.as(new Principal.DistributorAdmin(DistributorId.OPERATOR, 7));
        try (TypedSecret password = typed(OTHER_PASSWORD)) {
            distributor.logins().resetPassword(TestBench.id(), new ResetPassword(owner, 1, password));
        }

        assertEquals(new LoginOutcome.Rejected(), login(EMAIL, PASSWORD));
        assertInstanceOf(LoginOutcome.Admitted.class, login(EMAIL, OTHER_PASSWORD));
        assertEquals(Change.Kind.PASSWORD_RESET, lastChange().kind());
    }

    @Test
    void attemptsForOneLoginAreLimitedAndTheRightPasswordStartsAgain() {
        create(EMAIL);
        login(EMAIL, OTHER_PASSWORD);
        login(EMAIL, OTHER_PASSWORD);
        admitted(EMAIL);
        for (int i = 0; i < 3; i++) {
            assertEquals(new LoginOutcome.Rejected(), login(EMAIL, OTHER_PASSWORD, "source " + i));
        }

        bench.clock.set(TestBench.START.plusSeconds(60));
        assertEquals(
                new LoginOutcome.TooManyAttempts(Duration.ofMinutes(14)), login(EMAIL, PASSWORD, "another source"));
        ManagerException refused =
                assertThrows(ManagerException.Refused.class, () -> change(EMAIL, PASSWORD, OTHER_PASSWORD));
        assertEquals(ErrorCode.TOO_MANY_ATTEMPTS, refused.code());
        assertEquals(Optional.of(Duration.ofMinutes(14)), refused.retryAfter());

        bench.clock.set(TestBench.START.plus(POLICY.window()).plusSeconds(1));
        admitted(EMAIL);
    }

    @Test
    void attemptsFromOneSourceAreLimitedWhateverTheAddress() {
        create(EMAIL);
        for (int i = 0; i < POLICY.perSource(); i++) {
            assertEquals(new LoginOutcome.Rejected(), login("guess" + i + "@example.org", PASSWORD, "here"));
        }

        assertInstanceOf(LoginOutcome.TooManyAttempts.class, login(EMAIL, PASSWORD, "here"));
        assertInstanceOf(LoginOutcome.Admitted.class, login(EMAIL, PASSWORD, "there"));
    }

    @Test
    void managersOnOneDatabaseCountAttemptsTogether() {
        create(EMAIL);
        try (var another = bench.database.open()) {
            Manager second = Manager.on(another, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES)
                    .with(POLICY);
            login(EMAIL, OTHER_PASSWORD);
            login(second, EMAIL, OTHER_PASSWORD, "");
            login(EMAIL, OTHER_PASSWORD);

            assertInstanceOf(LoginOutcome.TooManyAttempts.class, login(second, EMAIL, PASSWORD, ""));
        }
    }

    @Test
    void attemptsAtOnceAreNoWayAroundTheLimit() {
        create(EMAIL);

        long looked = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> login(EMAIL, OTHER_PASSWORD, "source " + i))
                .filter(LoginOutcome.Rejected.class::isInstance)
                .count();

        assertEquals(POLICY.perLogin(), looked);
    }

    @Test
    @Requirement("PWD-05")
    void expiredPasswordOnlyChangesItself() {
        Period month = Period.ofMonths(1);
        manager = bench.manager.with(new LoginPolicy(LITTLE_WORK, 3, 8, Duration.ofMinutes(15), Optional.of(month)));
        create(LoginOwner.operator(), EMAIL, PASSWORD);
        Instant end = Instant.parse("2026-12-20T10:15:00Z");
        assertEquals(new LoginOutcome.Admitted(new Principal.Operator(1), Optional.of(end)), login(EMAIL, PASSWORD));
        assertEquals(
                Optional.of(end),
                manager.as(new Principal.Operator(1)).logins().own().passwordEnds());

        bench.clock.set(end);
        assertEquals(new LoginOutcome.PasswordExpired(end), login(EMAIL, PASSWORD));
        assertEquals(new LoginOutcome.Rejected(), login(EMAIL, OTHER_PASSWORD));
        change(EMAIL, PASSWORD, OTHER_PASSWORD);

        assertEquals(
                new LoginOutcome.Admitted(
                        new Principal.Operator(1), Optional.of(Instant.parse("2027-01-20T10:15:00Z"))),
                login(EMAIL, OTHER_PASSWORD));
    }

    @Test
    void hashThatTookLessWorkIsMadeAgainAtTheNextLogin() {
        create(EMAIL);
        PasswordHash first = hash().orElseThrow();
        assertEquals(LITTLE_WORK, first.parameters());
        Argon2idParameters moreWork = new Argon2idParameters(128, 2, 1);
        Manager careful = bench.manager.with(new LoginPolicy(moreWork, 3, 8, Duration.ofMinutes(15), Optional.empty()));

        assertInstanceOf(LoginOutcome.Rejected.class, login(careful, EMAIL, OTHER_PASSWORD, ""));
        assertEquals(LITTLE_WORK, hash().orElseThrow().parameters());
        assertInstanceOf(LoginOutcome.Admitted.class, login(careful, EMAIL, PASSWORD, ""));
        assertEquals(moreWork, hash().orElseThrow().parameters());
        assertInstanceOf(LoginOutcome.Admitted.class, login(EMAIL, PASSWORD));
        assertEquals(moreWork, hash().orElseThrow().parameters());
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        create(EMAIL);
        create(owner, "other@example.org", PASSWORD);

        assertNotEquals(
                hash().orElseThrow().encoded(),
                bench.store
                        .read(unit -> unit.logins().password(owner, 2))
                        .orElseThrow()
                        .encoded());
    }

    @Test
    void passwordIsNowhereInTheDatabaseNorInAnyText() throws IOException, SQLException {
        create(EMAIL);
        login(EMAIL, OTHER_PASSWORD);
        AdminLogin login = only(manager.logins().list(owner, 0, 10));
        Optional<PasswordHash> hash = hash();

        bench.store.close();
        String all = bench.database.octets();
        assertTrue(all.contains("argon2id"));
        assertFalse(all.contains(PASSWORD));
        assertFalse(all.contains(OTHER_PASSWORD));
        try (TypedSecret password = typed(PASSWORD)) {
            String texts = password + " " + new CreateLogin(owner, EmailAddress.of(EMAIL), password)
                    + new LoginAttempt(EMAIL, password, "here") + new ResetPassword(owner, 1, password) + login
                    + hash;
            assertFalse(texts.contains(PASSWORD));
            assertFalse(texts.contains(EMAIL));
            assertFalse(texts.contains("$"));
        }
    }

    private int withHash() throws SQLException {
        try (Connection connection = bench.database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM admin_login WHERE password IS NOT NULL")) {
            assertTrue(rows.next());
            return rows.getInt(1);
        }
    }

    private Optional<PasswordHash> hash() {
        return bench.store.read(unit -> unit.logins().password(owner, 1));
    }

    private Change lastChange() {
        var changes = manager.events().audit(customer, 0, 100);
        return changes.get(changes.size() - 1).change();
    }

    private Principal admitted(String email) {
        return assertInstanceOf(LoginOutcome.Admitted.class, login(email, PASSWORD))
                .principal();
    }

    private LoginOutcome login(String email, String password) {
        return login(email, password, "");
    }

    private LoginOutcome login(String email, String password, String source) {
        return login(manager, email, password, source);
    }

    private static LoginOutcome login(Manager by, String email, String password, String source) {
        try (TypedSecret typed = typed(password)) {
            return by.logins().login(new LoginAttempt(email, typed, source));
        }
    }

    private void change(String email, String current, String replacement) {
        change(manager, email, current, replacement);
    }

    @Test
    @Requirement("PWD-02")
    void repeatedChangeOfAPasswordIsTheChange() {
        create(EMAIL);
        CommandId id = TestBench.id();
        try (TypedSecret old = typed(PASSWORD);
                TypedSecret fresh = typed(OTHER_PASSWORD);
                TypedSecret wrong = typed("Neither of both 3")) {
            ChangePassword request = new ChangePassword(new LoginAttempt(EMAIL, old, ""), fresh);
            Instant changed = manager.logins().changePassword(id, request);
            bench.clock.set(changed.plusSeconds(5));

            assertEquals(changed, manager.logins().changePassword(id, request));
            ChangePassword guess = new ChangePassword(new LoginAttempt(EMAIL, old, ""), wrong);
            ManagerException refused =
                    assertThrows(ManagerException.class, () -> manager.logins().changePassword(id, guess));
            assertEquals(ErrorCode.LOGIN_REJECTED, refused.code());
        }
    }

    @Test
    @Requirement("PWD-04")
    void whoKnowsAPasswordThatIsBeingResetDoesNotReplaceTheNewOne() {
        create(EMAIL);
        SecureRandom interrupted = new SecureRandom() {
            private static final long serialVersionUID = 1L;
            private boolean isReset;

            /** The salt of the new hash: the old password is proved by then. */
            @Override
            public void nextBytes(byte[] octets) {
                super.nextBytes(octets);
                if (!isReset) {
                    isReset = true;
                    reset(owner, 1, OTHER_PASSWORD);
                }
            }
        };
        Manager slow = Manager.on(bench.store, bench.clock, interrupted, TestBench.PRIMITIVES)
                .with(POLICY);

        ManagerException refused =
                assertThrows(ManagerException.class, () -> change(slow, EMAIL, PASSWORD, "Attacker 3"));

        assertEquals(ErrorCode.LOGIN_REJECTED, refused.code());
        assertInstanceOf(LoginOutcome.Admitted.class, login(EMAIL, OTHER_PASSWORD));
    }

    @Test
    void attemptsWhoseSourceNobodyKnowsHaveALargerLimitTogether() {
        create(EMAIL);
        for (int i = 0; i < 20 * POLICY.perSource(); i++) {
            assertEquals(new LoginOutcome.Rejected(), login("nobody" + i + "@example.org", PASSWORD, ""));
        }
        assertInstanceOf(LoginOutcome.TooManyAttempts.class, login(EMAIL, PASSWORD, ""));
    }

    private static void change(Manager by, String email, String current, String replacement) {
        try (TypedSecret old = typed(current);
                TypedSecret fresh = typed(replacement)) {
            by.logins().changePassword(TestBench.id(), new ChangePassword(new LoginAttempt(email, old, ""), fresh));
        }
    }

    private void reset(LoginOwner whose, long number, String password) {
        try (TypedSecret typed = typed(password)) {
            manager.logins().resetPassword(TestBench.id(), new ResetPassword(whose, number, typed));
        }
    }

    private long create(String email) {
        return create(owner, email, PASSWORD);
    }

    private long create(LoginOwner whose, String email, String password) {
        return create(TestBench.id(), whose, email, password);
    }

    private long create(CommandId id, LoginOwner whose, String email, String password) {
        try (TypedSecret typed = typed(password)) {
            return manager.logins().create(id, new CreateLogin(whose, EmailAddress.of(email), typed));
        }
    }

    private static TypedSecret typed(String text) {
        return TypedSecret.of(text.toCharArray());
    }

    private static ErrorCode refused(Executable command) {
        return assertThrows(ManagerException.Refused.class, command).code();
    }

    private static <T> T only(List<T> values) {
        assertEquals(1, values.size());
        return values.get(0);
    }
}
