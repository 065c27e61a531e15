package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Credits;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.credit.BookPage;
import io.lintel.sdk.credit.BookQuery;
import io.lintel.sdk.credit.CorrectPurchase;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.credit.Statement;
import io.lintel.sdk.credit.StatementFormat;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.audit.LedgerVerifier;
import io.lintel.sdk.ledger.audit.Verification;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.testing.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class CreditTest {

    private static final DistributorId DISTRIBUTOR = DistributorId.OPERATOR;

    private final Database sort;
    private TestBench bench;
    private Credits credits;
    private CustomerId customer;

    CreditTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(sort, directory);
        credits = bench.manager.credits();
        customer = bench.site(Suite.X25519, "imaporter").site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void addedCreditIsBoughtAndPassedOnInOneCommandHoweverOftenItIsRepeated() {
        CommandId id = TestBench.id();
        Buckets first = credits.add(id, new AddCredit(customer, 30));
        Buckets again = credits.add(id, new AddCredit(customer, 30));

        assertEquals(new Buckets(30, 5), first);
        assertEquals(first, again);
        assertEquals(first, credits.balance(customer));
        assertEquals(Buckets.ZERO, credits.balance(DISTRIBUTOR));
        assertEquals(3, credits.book(DISTRIBUTOR, 0, 10).size());
        assertEquals(ErrorCode.COMMAND_CONFLICT, code(() -> credits.add(id, new AddCredit(customer, 31))));
    }

    @Test
    void correctionUndoesAPurchaseAsFarAsItWasNotPassedOn() {
        credits.purchase(TestBench.id(), new PurchaseCredit(DISTRIBUTOR, 10));
        credits.passOn(TestBench.id(), new PassOnCredit(customer, 4));

        assertEquals(
                ErrorCode.INSUFFICIENT_CREDIT,
                code(() -> credits.correct(TestBench.id(), new CorrectPurchase(DISTRIBUTOR, 7))));
        assertEquals(new Buckets(1, 0), credits.correct(TestBench.id(), new CorrectPurchase(DISTRIBUTOR, 5)));
    }

    @Test
    void movementsAreInTheAuditTrail() {
        credits.add(TestBench.id(), new AddCredit(customer, 3));
        credits.takeBack(TestBench.id(), new TakeCreditBack(customer, 2));
        credits.correct(TestBench.id(), new CorrectPurchase(DISTRIBUTOR, 2));

        assertTrue(kinds(customer).containsAll(List.of(Change.Kind.CREDIT_PASSED_ON, Change.Kind.CREDIT_TAKEN_BACK)));
        assertTrue(kinds(CustomerId.OPERATOR)
                .containsAll(List.of(Change.Kind.CREDIT_PURCHASED, Change.Kind.PURCHASE_CORRECTED)));
    }

    @Test
    void chargeOfACredentialIsKnown() {
        long serial = bench.credential(customer).serial();

        Charge charge = credits.charge(customer, serial).orElseThrow();
        assertEquals(new Buckets(0, 1), charge.from());
        assertEquals(Charge.Stage.SETTLED, charge.stage());
        assertEquals(Optional.empty(), credits.charge(customer, serial + 1));
    }

    @Test
    @Requirement({"ACC-02", "CRD-08", "CRD-13"})
    void whoMayNotMoveCreditMovesNoneAndWhoMayNotSeeABookSeesNone() {
        credits.purchase(TestBench.id(), new PurchaseCredit(DISTRIBUTOR, 10));
        CustomerId other = bench.site(Suite.X25519, "imaporter").site().customer();
        Principal.DistributorAdmin distributor = new Principal.DistributorAdmin(DISTRIBUTOR, 1);
        Principal stranger = new Principal.DistributorAdmin(new DistributorId("00000000000000d9"), 1);
        Principal admin = new Principal.CustomerAdmin(customer, 1);
        Principal operator = new Principal.Operator(1);

        denied(admin, of -> of.passOn(TestBench.id(), new PassOnCredit(customer, 1)));
        denied(admin, of -> of.add(TestBench.id(), new AddCredit(customer, 1)));
        denied(admin, of -> of.purchase(TestBench.id(), new PurchaseCredit(DISTRIBUTOR, 1)));
        denied(admin, of -> of.balance(DISTRIBUTOR));
        denied(admin, of -> of.book(other, BookQuery.first()));
        denied(admin, of -> of.reports().head(DISTRIBUTOR));
        denied(distributor, of -> of.purchase(TestBench.id(), new PurchaseCredit(DISTRIBUTOR, 1)));
        denied(distributor, of -> of.add(TestBench.id(), new AddCredit(customer, 1)));
        denied(distributor, of -> of.correct(TestBench.id(), new CorrectPurchase(DISTRIBUTOR, 1)));
        denied(distributor.in(customer), of -> of.passOn(TestBench.id(), new PassOnCredit(customer, 1)));
        denied(operator, of -> of.add(TestBench.id(), new AddCredit(customer, 1)));
        denied(operator, of -> of.takeBack(TestBench.id(), new TakeCreditBack(customer, 1)));
        denied(stranger, of -> of.passOn(TestBench.id(), new PassOnCredit(customer, 1)));
        denied(stranger, of -> of.reports().chain(DISTRIBUTOR, 0, 1));

        assertEquals(new Buckets(0, 5), credits.balance(customer));
        assertEquals(new Buckets(10, 0), credits.balance(DISTRIBUTOR));
        as(distributor).passOn(TestBench.id(), new PassOnCredit(customer, 1));
        assertEquals(new Buckets(1, 5), as(admin).balance(customer));
        assertEquals(new Buckets(1, 5), as(distributor.in(customer)).balance(customer));
    }

    @Test
    void pagesSayWhichRowsOfHowManyTheyShow() {
        for (int i = 0; i < 4; i++) {
            nextDay();
            credits.add(TestBench.id(), new AddCredit(customer, 1));
        }
        BookPage first = credits.book(customer, new BookQuery(BookFilter.ALL, 0, 2));
        BookPage last = credits.book(customer, new BookQuery(BookFilter.ALL, 4, 2));
        BookPage found = credits.book(DISTRIBUTOR, new BookQuery(text("purchase"), 0, 100));
        Instant third = TestBench.START.plus(Duration.ofDays(3));
        BookPage recent =
                credits.book(customer, new BookQuery(new BookFilter("", Optional.of(third), Optional.empty()), 0, 100));

        assertEquals("Showing 1 to 2 of 5 entries", first.text());
        assertEquals(2, first.next());
        assertEquals("Showing 5 to 5 of 5 entries", last.text());
        assertEquals("Showing 1 to 4 of 4 entries", found.text());
        assertEquals("Showing 1 to 2 of 2 entries", recent.text());
        assertEquals(
                "Showing 0 to 0 of 0 entries",
                credits.book(customer, new BookQuery(text("nothing"), 0, 9)).text());
        assertThrows(
                IllegalArgumentException.class, () -> credits.book(customer, new BookQuery(BookFilter.ALL, 0, 1001)));
    }

    @Test
    void statementOpensWithWhatWasBeforeAndClosesWithWhatThePeriodLeft() throws IOException {
        nextDay();
        Instant from = bench.clock.instant();
        credits.add(TestBench.id(), new AddCredit(customer, 7));
        bench.credential(customer);
        nextDay();
        Instant until = bench.clock.instant();
        credits.takeBack(TestBench.id(), new TakeCreditBack(customer, 2));

        Statement statement = credits.reports().statement(customer, from, until);
        assertEquals(new Buckets(0, 5), statement.opening());
        assertEquals(new Buckets(6, 5), statement.closing());
        assertEquals(2, statement.rows());
        StringBuilder csv = new StringBuilder();
        assertEquals(statement, credits.reports().write(customer, from, until, StatementFormat.CSV, csv));
        assertEquals(
                List.of("record", "opening", "row", "row", "closing"),
                Stream.of(csv.toString().split("\r\n"))
                        .map(line -> line.substring(0, line.indexOf(',')))
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> credits.reports().statement(customer, until, from));
    }

    @Test
    @Requirement({"CRD-30", "CRD-33"})
    void exportedChainIsVerifiedWithoutTheDatabase() throws IOException {
        credits.add(TestBench.id(), new AddCredit(customer, 7));
        long issued = 0;
        for (int i = 0; i < 3; i++) {
            issued = bench.credential(customer).serial();
        }
        assertEquals(3, issued);
        StringBuilder export = new StringBuilder();

        ChainHead head = credits.reports().export(DISTRIBUTOR, export);

        byte[] octets = export.toString().getBytes(StandardCharsets.UTF_8);
        Verification.Sound sound = assertInstanceOf(
                Verification.Sound.class, new LedgerVerifier().verify(() -> new ByteArrayInputStream(octets)));
        assertEquals(List.of(head), sound.heads());
        assertEquals(6, sound.entries());
    }

    @Test
    @Requirement("CRD-30")
    void exportOfAChainWhoseEndSomebodyCutOffEndsWithAFailure() throws Exception {
        credits.add(TestBench.id(), new AddCredit(customer, 7));
        try (Connection connection = bench.database.connect();
                java.sql.Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM book_row WHERE transfer_number > 1");
            statement.execute("DELETE FROM posting WHERE transfer_number > 1");
            statement.execute("DELETE FROM transfer WHERE number > 1");
        }
        StringBuilder export = new StringBuilder();

        assertEquals(ErrorCode.STORE_NOT_LINTEL, code(() -> credits.reports().export(DISTRIBUTOR, export)));
        assertEquals(1, export.toString().lines().count());
    }

    private void nextDay() {
        bench.clock.set(bench.clock.instant().plus(Duration.ofDays(1)));
    }

    private List<Change.Kind> kinds(CustomerId of) {
        return bench.manager.events().audit(of, 0, 100).stream()
                .map(recorded -> recorded.change().kind())
                .toList();
    }

    private Credits as(Principal principal) {
        return bench.manager.as(principal).credits();
    }

    private void denied(Principal principal, Consumer<Credits> attempt) {
        assertEquals(ErrorCode.PERMISSION_DENIED, code(() -> attempt.accept(as(principal))));
    }

    private static ErrorCode code(Executable command) {
        return assertThrows(ManagerException.class, command).code();
    }

    private static BookFilter text(String text) {
        return new BookFilter(text, Optional.empty(), Optional.empty());
    }
}
