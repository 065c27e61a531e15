package io.lintel.sdk.ledger.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.credit.CreditEffect;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.KeyCharge;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferResult;
import io.lintel.sdk.ledger.audit.ChainExport;
import io.lintel.sdk.ledger.audit.LedgerVerifier;
import io.lintel.sdk.ledger.audit.Verification;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.profile.CreditRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Does the same steps with a ledger and with the naive model, compares after each, and lets the verifier look at the end. */
final class LedgerTrial {

    private static final List<DistributorId> DISTRIBUTORS = IntStream.range(0, Step.DISTRIBUTORS)
            .mapToObj(number -> new DistributorId("00000000000000d" + number))
            .toList();
    private static final List<CustomerId> CUSTOMERS = IntStream.range(0, Step.CUSTOMERS)
            .mapToObj(number -> new CustomerId("00000000000000c" + number))
            .toList();

    /** Credit comes back when a revocation is confirmed, and is lost with what is marked lost before. */
    static final CreditRules RULES = new CreditRules(
            1,
            0,
            ConsumptionOrder.PAID_FIRST,
            CreditRules.ChargeAt.ISSUE,
            CreditRules.ReturnOn.REVOKE_CONFIRMED,
            CreditRules.ForfeitOn.LOST_WHILE_PENDING,
            false,
            true);

    private final LedgerFixture ledger;
    private final BiFunction<CredentialState, CredentialState, CreditEffect> effects;
    private final NaiveLedger naive = new NaiveLedger();
    private final List<TransferId> charges = new ArrayList<>();
    private final List<Transfer> done = new ArrayList<>();
    private final long[] lost = new long[Step.CUSTOMERS];

    LedgerTrial(LedgerFixture ledger) {
        this(ledger, (from, to) -> CreditEffect.of(RULES, from, to));
    }

    /** A trial with a rule of one's own for what a change of state does to credit. */
    LedgerTrial(LedgerFixture ledger, BiFunction<CredentialState, CredentialState, CreditEffect> effects) {
        this.ledger = ledger;
        this.effects = effects;
    }

    void run(List<Step> steps) {
        for (Step step : steps) {
            perform(step);
            compare();
        }
        verify();
    }

    /** The transfers that the ledger accepted, in order. */
    List<Transfer> posted() {
        return List.copyOf(done);
    }

    private void perform(Step step) {
        DistributorId distributor = DISTRIBUTORS.get(step.distributor());
        CustomerId customer = CUSTOMERS.get(step.customer());
        long credits = step.credits();
        switch (step.kind()) {
            case PURCHASE ->
                agree(
                        new AccountTransfer.Purchase(ledger.id(), distributor, credits),
                        naive.purchase(step.distributor(), credits));
            case CORRECT ->
                agree(
                        new AccountTransfer.Correction(ledger.id(), distributor, credits),
                        naive.correct(step.distributor(), credits));
            case GRANT ->
                agree(
                        new AccountTransfer.FreeGrant(ledger.id(), distributor, customer, credits),
                        naive.grant(step.customer(), credits));
            case PASS_ON ->
                agree(
                        new AccountTransfer.PassOn(ledger.id(), distributor, customer, credits),
                        naive.passOn(step.customer(), credits));
            case TAKE_BACK ->
                agree(
                        new AccountTransfer.TakeBack(ledger.id(), distributor, customer, credits),
                        naive.takeBack(step.customer(), credits));
            case ISSUE, RESERVE -> issue(step);
            case RESTORE -> restore(step);
            case ACTIVATE, REVOKE, CONFIRM, LOSE -> live(step);
            case REPEAT -> repeat(step);
            case CONFLICT -> conflict(step);
        }
    }

    private void issue(Step step) {
        boolean atOnce = step.kind() == Step.Kind.ISSUE;
        ChargedKey key = new ChargedKey(naive.keys().size() + 1L, step.pick());
        DistributorId distributor = DISTRIBUTORS.get(step.distributor());
        CustomerId customer = CUSTOMERS.get(step.customer());
        KeyCharge charge = atOnce
                ? new KeyCharge.Issue(ledger.id(), distributor, customer, step.credits(), step.order(), key)
                : new KeyCharge.Reserve(ledger.id(), distributor, customer, step.credits(), step.order(), key);
        boolean accepted = naive.issue(step.customer(), step.credits(), step.order(), atOnce);
        agree(charge, accepted);
        if (accepted) {
            charges.add(charge.id());
        }
    }

    private void restore(Step step) {
        if (naive.keys().isEmpty()) {
            return;
        }
        int index = step.pick() % naive.keys().size();
        NaiveLedger.Key key = naive.keys().get(index);
        if (!key.life.equals("gone")) {
            return;
        }
        long alreadyLost = key.money.equals("lost") ? key.fromPaid + key.fromTrial : 0;
        KeyCharge charge = new KeyCharge.Restore(
                ledger.id(),
                DISTRIBUTORS.get(key.customer % Step.DISTRIBUTORS),
                CUSTOMERS.get(key.customer),
                step.credits(),
                step.order(),
                new ChargedKey(index + 1L, step.pick()));
        boolean accepted = naive.restore(key, step.credits(), step.order());
        agree(charge, accepted);
        if (accepted) {
            charges.set(index, charge.id());
            lost[key.customer] += alreadyLost;
        }
    }

    /** What happens to a credential, and to the credit that sticks to it. */
    private void live(Step step) {
        if (naive.keys().isEmpty()) {
            return;
        }
        int index = step.pick() % naive.keys().size();
        NaiveLedger.Key key = naive.keys().get(index);
        Charge charge = ledger.charge(charges.get(index));
        switch (step.kind().name() + " " + key.life) {
            case "ACTIVATE waiting" -> {
                follow(charge, CredentialState.AWAITING_ACTIVATION, CredentialState.ACTIVE);
                naive.activate(key);
            }
            case "REVOKE waiting" -> {
                follow(charge, CredentialState.AWAITING_ACTIVATION, CredentialState.REVOKED);
                naive.revoke(key);
            }
            case "REVOKE active" -> {
                follow(charge, CredentialState.ACTIVE, CredentialState.REVOKE_PENDING);
                naive.revoke(key);
            }
            case "CONFIRM pending" -> {
                follow(charge, CredentialState.REVOKE_PENDING, CredentialState.REVOKED);
                naive.end(key);
            }
            case "LOSE pending" -> {
                follow(charge, CredentialState.REVOKE_PENDING, CredentialState.LOST);
                naive.lose(key);
            }
            case "CONFIRM gone", "LOSE gone" ->
                refuse(
                        step.kind() == Step.Kind.CONFIRM
                                ? new ChargeFollowUp.Return(ledger.id(), charge)
                                : new ChargeFollowUp.Forfeit(ledger.id(), charge));
            default -> {
                // The life does not allow it, and nobody asks the ledger for anything.
            }
        }
    }

    private void follow(Charge charge, CredentialState from, CredentialState to) {
        switch (effects.apply(from, to)) {
            case SETTLE -> {
                if (charge.stage() == Stage.RESERVED) {
                    agree(new ChargeFollowUp.Settle(ledger.id(), charge), true);
                }
            }
            case RELEASE, GIVE_BACK -> agree(giveBack(charge), true);
            case FORFEIT -> agree(new ChargeFollowUp.Forfeit(ledger.id(), charge), true);
            case NONE -> {
                // Nothing moves.
            }
        }
    }

    private ChargeFollowUp giveBack(Charge charge) {
        return charge.stage() == Stage.RESERVED
                ? new ChargeFollowUp.Release(ledger.id(), charge)
                : new ChargeFollowUp.Return(ledger.id(), charge);
    }

    private void agree(Transfer transfer, boolean accepted) {
        TransferResult result = ledger.apply(transfer);
        assertEquals(accepted, result instanceof TransferResult.Posted, transfer + " gave " + result);
        if (accepted) {
            done.add(transfer);
        }
    }

    private void refuse(Transfer transfer) {
        Map<Account, Long> before = ledger.state().balances();
        TransferResult result = ledger.apply(transfer);
        assertFalse(result instanceof TransferResult.Posted, transfer + " gave " + result);
        assertEquals(before, ledger.state().balances(), "a refused transfer changed something");
    }

    private void repeat(Step step) {
        if (!done.isEmpty()) {
            Map<Account, Long> before = ledger.state().balances();
            TransferResult result = ledger.apply(done.get(step.pick() % done.size()));
            assertInstanceOf(TransferResult.Repeated.class, result);
            assertEquals(before, ledger.state().balances(), "a repetition changed something");
        }
    }

    private void conflict(Step step) {
        if (!done.isEmpty()) {
            Transfer first = done.get(step.pick() % done.size());
            Transfer other = new AccountTransfer.Purchase(first.id(), DISTRIBUTORS.get(0), 77);
            assertInstanceOf(TransferResult.Conflict.class, ledger.apply(other));
        }
    }

    private void compare() {
        long sum = 0;
        for (Map.Entry<Account, Long> balance : ledger.state().balances().entrySet()) {
            sum += balance.getValue();
            assertTrue(
                    balance.getValue() >= 0 || balance.getKey().kind() == Account.Kind.ISSUANCE,
                    "below zero: " + balance);
        }
        assertEquals(0, sum, "credit was made or lost");
        for (int number = 0; number < Step.DISTRIBUTORS; number++) {
            DistributorId distributor = DISTRIBUTORS.get(number);
            assertEquals(naive.available(number), balance(Account.distributor(distributor)), "available");
            assertEquals(
                    -naive.sold(number) - naive.granted(number), balance(Account.issuance(distributor)), "issuance");
        }
        for (int number = 0; number < Step.CUSTOMERS; number++) {
            CustomerId customer = CUSTOMERS.get(number);
            assertEquals(naive.paid(number), balance(Account.paid(customer)), "paid");
            assertEquals(naive.trial(number), balance(Account.trial(customer)), "trial");
            assertEquals(naive.held(number, "reserved"), balance(Account.reserved(customer)), "reserved");
            assertEquals(naive.held(number, "lost") + lost[number], balance(Account.forfeited(customer)), "forfeited");
        }
        for (int key = 0; key < naive.keys().size(); key++) {
            if (naive.keys().get(key).opens()) {
                assertEquals(
                        Stage.SETTLED,
                        ledger.charge(charges.get(key)).stage(),
                        "credit came back for a credential that can still open a door");
            }
        }
    }

    private long balance(Account account) {
        return ledger.state().balance(account);
    }

    private void verify() {
        StringBuilder export = new StringBuilder();
        DISTRIBUTORS.forEach(distributor -> ledger.chain(distributor)
                .forEach(entry -> export.append(ChainExport.line(entry)).append('\n')));
        byte[] octets = export.toString().getBytes(StandardCharsets.UTF_8);
        try {
            Verification result = new LedgerVerifier().verify(() -> new ByteArrayInputStream(octets));
            assertInstanceOf(Verification.Sound.class, result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
