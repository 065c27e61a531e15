package io.lintel.sdk.ledger.audit;

import static io.lintel.sdk.ledger.LedgerFixture.CUSTOMER;
import static io.lintel.sdk.ledger.LedgerFixture.DISTRIBUTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.KeyCharge;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.ledger.audit.Verification.Broken;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.ledger.audit.Verification.Sound;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.testing.Requirement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@Requirement("CRD-33")
class LedgerVerifierTest {

    private static final DistributorId OTHER = new DistributorId("00000000000000d2");

    private final LedgerFixture ledger = new LedgerFixture("Town hall", true);

    @BeforeEach
    void postEveryKindOfTransfer() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        ledger.post(new AccountTransfer.Correction(ledger.id(), DISTRIBUTOR, 10));
        ledger.post(new AccountTransfer.FreeGrant(ledger.id(), DISTRIBUTOR, CUSTOMER, 5));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 20));
        ledger.post(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 4));
        KeyCharge issue = ledger.issue(1);
        ledger.post(issue);
        ledger.post(new ChargeFollowUp.Return(ledger.id(), ledger.charge(issue.id())));
        KeyCharge reserved = reserve(2, 18);
        ledger.post(reserved);
        ledger.post(new ChargeFollowUp.Settle(ledger.id(), ledger.charge(reserved.id())));
        ledger.post(new ChargeFollowUp.Forfeit(ledger.id(), ledger.charge(reserved.id())));
        KeyCharge released = reserve(3, 2);
        ledger.post(released);
        ledger.post(new ChargeFollowUp.Release(ledger.id(), ledger.charge(released.id())));
        ledger.post(new KeyCharge.Restore(
                ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, new ChargedKey(1, 1)));
    }

    @Test
    void soundLedgerGivesTheHeadOfEachChain() {
        LedgerFixture second = new LedgerFixture("Library", false);
        second.post(new AccountTransfer.Purchase(LedgerFixture.id(1000), OTHER, 7));
        List<String> lines = new ArrayList<>(lines());
        lines.add(ChainExport.line(second.chain().get(0)));

        Sound sound = assertInstanceOf(Sound.class, verify(lines));

        assertEquals(14, sound.entries());
        assertEquals(List.of(head(ledger.chain()), head(second.chain())), sound.heads());
    }

    @Test
    void emptyExportHasNoEntry() {
        assertEquals(new Sound(0, List.of()), verify(List.of()));
    }

    @Test
    void ledgerContinuesWhatWasNotedBefore() throws IOException {
        ChainHead early = ledger.chain().get(4).head();
        LedgerVerifier verifier = new LedgerVerifier();

        assertInstanceOf(Sound.class, verifier.verify(source(lines()), List.of(early, ChainHead.none(OTHER))));
        Broken cut = assertInstanceOf(Broken.class, verifier.verify(source(lines().subList(0, 4)), List.of(early)));
        assertEquals(Fault.HEAD_MISSING, cut.fault());
        ChainHead foreign = new ChainHead(DISTRIBUTOR, 5, Bytes.copyOf(new byte[32]));
        assertEquals(
                Fault.HEAD_MISSING,
                assertInstanceOf(Broken.class, verifier.verify(source(lines()), List.of(foreign)))
                        .fault());
    }

    /** Every character of an entry counts: an export in which one differs never passes. */
    @Test
    void everyChangedCharacterIsNoticed() {
        String export = String.join("\n", lines().subList(0, 6));
        int passed = 0;
        for (int at = 0; at < export.length(); at++) {
            char changed = export.charAt(at) == '1' ? '2' : '1';
            String forged = export.substring(0, at) + changed + export.substring(at + 1);
            passed += verify(List.of(forged)) instanceof Sound ? 1 : 0;
        }

        assertEquals(0, passed);
    }

    @Test
    void linesThatAreMissingDoubledOrSwappedAreNoticed() {
        for (int at = 0; at < lines().size(); at++) {
            List<String> missing = new ArrayList<>(lines());
            missing.remove(at);
            boolean last = at == lines().size() - 1;
            assertEquals(last, verify(missing) instanceof Sound, "without line " + (at + 1));
            List<String> doubled = new ArrayList<>(lines());
            doubled.add(at, lines().get(at));
            assertEquals(Fault.GAP, broken(doubled).fault());
            assertEquals(at + 2, broken(doubled).line());
        }
    }

    @TestFactory
    Stream<DynamicTest> forgerWhoHashesAnewIsFoundByTheRules() {
        return Stream.of(
                forged("credit from nowhere", 3, "\"credits\":20", "\"credits\":21", Fault.BOOK_DISAGREES),
                forged(
                        "foreign account",
                        5,
                        "\"fromOwner\":\"" + CUSTOMER,
                        "\"fromOwner\":\"00000000000000c9",
                        Fault.ILLEGAL_MOVEMENT),
                forged("row number", 2, "\"number\":1,\"type\"", "\"number\":2,\"type\"", Fault.BOOK_DISAGREES),
                forged("balance after", 3, "\"paidAfter\":20", "\"paidAfter\":19", Fault.BOOK_DISAGREES),
                forged("amount shown", 3, "\"amount\":-20", "\"amount\":-2", Fault.BOOK_DISAGREES),
                forged("status shown", 4, "REFUNDED", "PAID", Fault.BOOK_DISAGREES),
                forged("wrong cause", 2, "FREE_GRANT", "TRANSFER", Fault.ILLEGAL_MOVEMENT),
                forged("order", 5, "PAID_FIRST", "TRIAL_FIRST", Fault.ILLEGAL_MOVEMENT),
                forged("twice", 1, id(2), id(1), Fault.DUPLICATE_TRANSFER),
                forged("unknown charge", 6, "\"charge\":\"" + id(6), "\"charge\":\"" + id(99), Fault.ILLEGAL_FOLLOW_UP),
                forged("charge of another key", 6, "\"serial\":1", "\"serial\":2", Fault.ILLEGAL_FOLLOW_UP),
                forged(
                        "field of another kind",
                        0,
                        "\"cause\"",
                        "\"serial\":1,\"accessNumber\":1,\"cause\"",
                        Fault.ILLEGAL_MOVEMENT),
                forged("half a key", 0, "\"cause\"", "\"serial\":1,\"cause\"", Fault.NOT_AN_ENTRY),
                forged("field missing", 0, "\"rows\"", "\"lines\"", Fault.NOT_AN_ENTRY),
                forged("fraction of a second", 0, "12:00:00Z", "12:00:00.5Z", Fault.NOT_AN_ENTRY));
    }

    @Test
    void chargeThatIsForfeitedInPartFromElsewhereIsNoticed() {
        KeyCharge reserved = reserve(4, 2);
        ledger.post(reserved);
        ledger.post(new ChargeFollowUp.Forfeit(ledger.id(), ledger.charge(reserved.id())));
        List<String> lines = new ArrayList<>(lines());
        String whole = posting("RESERVED", 2);
        String forfeit = lines.remove(lines.size() - 1);
        assertTrue(forfeit.contains(whole), forfeit);
        lines.add(Rehash.line(forfeit.replace(whole, posting("RESERVED", 1) + "," + posting("CONSUMED", 1))));

        assertEquals(Fault.ILLEGAL_FOLLOW_UP, broken(lines).fault());
    }

    private static String posting(String from, long credits) {
        return "{\"fromKind\":\"" + from + "\",\"fromOwner\":\"" + CUSTOMER
                + "\",\"toKind\":\"FORFEITED\",\"toOwner\":\"" + CUSTOMER + "\",\"credits\":" + credits + "}";
    }

    @Test
    void customerInTwoChainsIsNoticed() {
        LedgerFixture second = new LedgerFixture("Town hall", false);
        second.post(new AccountTransfer.FreeGrant(LedgerFixture.id(1000), OTHER, CUSTOMER, 7));
        List<String> lines = new ArrayList<>(lines());
        lines.add(ChainExport.line(second.chain().get(0)));

        assertEquals(Fault.CHAINS_MIXED, broken(lines).fault());
    }

    @Test
    void chainThatGoesOnAfterAnotherIsNoticed() {
        LedgerFixture second = new LedgerFixture("Library", false);
        second.post(
                new AccountTransfer.FreeGrant(LedgerFixture.id(1000), OTHER, new CustomerId("00000000000000c2"), 7));
        List<String> lines = new ArrayList<>(lines());
        lines.add(1, ChainExport.line(second.chain().get(0)));

        assertEquals(Fault.CHAINS_MIXED, broken(lines).fault());
        assertEquals(3, broken(lines).line());
    }

    @Test
    void whatIsNoEntryIsRefusedWithItsLine() {
        List<String> lines = new ArrayList<>(lines());
        lines.set(2, "{\"number\":3}");
        assertEquals(new Broken(3, Fault.NOT_AN_ENTRY, broken(lines).message()), broken(lines));
        lines.set(2, "");
        assertEquals(Fault.NOT_AN_ENTRY, broken(lines).fault());
        lines.set(2, "x".repeat(100_000));
        assertTrue(broken(lines).message().contains("more than"), broken(lines).message());
        lines.set(2, " ".repeat(65_000) + lines().get(2));
        assertTrue(broken(lines).message().contains("more than"), broken(lines).message());
        Broken notText = assertInstanceOf(Broken.class, verify(new byte[] {(byte) 0xff, (byte) 0xfe}));
        assertTrue(notText.message().contains("UTF-8"), notText.message());
    }

    /** More ids than fit into memory are checked in shares, with the same result. */
    @Test
    @Requirement("CRD-34")
    void idsThatDoNotFitAreCheckedShareByShare() throws IOException {
        IntStream.range(0, 200).forEach(i -> ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 1)));
        LedgerVerifier small = new LedgerVerifier(20);

        assertInstanceOf(Sound.class, small.verify(source(lines())));

        List<ChainEntry> chain = ledger.chain();
        ChainEntry again = Rehash.entry(
                chain.get(150),
                entry -> entry.replace(
                        chain.get(150).terms().id().toString(),
                        chain.get(3).terms().id().toString()));
        List<ChainEntry> forged = new ArrayList<>(chain.subList(0, 150));
        forged.add(again);
        Broken broken = assertInstanceOf(
                Broken.class,
                small.verify(source(forged.stream().map(ChainExport::line).toList())));
        assertEquals(Fault.DUPLICATE_TRANSFER, broken.fault());
        assertEquals(151, broken.line());
    }

    private DynamicTest forged(String name, int at, String from, String to, Fault... faults) {
        return DynamicTest.dynamicTest(name, () -> {
            List<String> lines = new ArrayList<>(lines().subList(0, at));
            UnaryOperator<String> change = line -> line.replace(from, to);
            String forged = change.apply(lines().get(at));
            assertTrue(!forged.equals(lines().get(at)), "the forger changed nothing");
            lines.add(Rehash.line(forged));

            Verification result = verify(lines);
            if (result instanceof Broken broken) {
                assertTrue(List.of(faults).contains(broken.fault()), "" + broken);
                assertEquals(at + 1, broken.line());
            } else {
                throw new AssertionError("passed: " + result);
            }
        });
    }

    private static String id(int number) {
        return LedgerFixture.id(number).toString();
    }

    private KeyCharge reserve(long serial, long credits) {
        return new KeyCharge.Reserve(
                ledger.id(),
                DISTRIBUTOR,
                CUSTOMER,
                credits,
                ConsumptionOrder.PAID_FIRST,
                new ChargedKey(serial, serial));
    }

    private List<String> lines() {
        return ledger.chain().stream().map(ChainExport::line).toList();
    }

    private static ChainHead head(List<ChainEntry> chain) {
        return chain.get(chain.size() - 1).head();
    }

    private static Broken broken(List<String> lines) {
        return assertInstanceOf(Broken.class, verify(lines));
    }

    private static Verification verify(List<String> lines) {
        return verify(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static Verification verify(byte[] export) {
        try {
            return new LedgerVerifier().verify(() -> new ByteArrayInputStream(export));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LedgerVerifier.Source source(List<String> lines) {
        return () -> new ByteArrayInputStream((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
