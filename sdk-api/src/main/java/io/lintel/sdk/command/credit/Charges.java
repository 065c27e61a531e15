package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.credit.CreditEffect;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.KeyCharge;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.CreditRules;
import io.lintel.sdk.profile.CreditRules.ChargeAt;
import java.util.List;
import java.util.Optional;

/** What credentials cost in the course of their lives, within the unit of work of the command that changes them. */
public final class Charges {

    private final CommandContext context;
    private final Site site;
    private final CreditRules rules;

    /** The charges of one site's credentials. */
    public Charges(CommandContext context, Site site, CreditRules rules) {
        this.context = context;
        this.site = site;
        this.rules = rules;
    }

    /**
     * Charges for a credential that is being issued, or reserves where the profile charges at activation.
     *
     * @param cost credits; 0 posts nothing, as for a demo site
     * @return the customer's balance afterwards
     */
    public Buckets issue(long cost, ChargedKey key) {
        if (cost == 0) {
            return Balances.of(context.unit(), site.customer());
        }
        TransferId id = TransferId.ofCharge(site.customer(), context.id(), key.serial());
        return Cashier.customersBalance(post(
                rules.chargeAt() == ChargeAt.ISSUE
                        ? new KeyCharge.Issue(id, site.distributor(), site.customer(), cost, rules.order(), key)
                        : new KeyCharge.Reserve(id, site.distributor(), site.customer(), cost, rules.order(), key)));
    }

    /** The same for a deleted credential that is restored, which costs again ({@code CRD-14}). */
    public Buckets restore(long cost, ChargedKey key) {
        if (cost == 0) {
            return Balances.of(context.unit(), site.customer());
        }
        TransferId id = TransferId.ofCharge(site.customer(), context.id(), key.serial());
        return Cashier.customersBalance(post(
                rules.chargeAt() == ChargeAt.ISSUE
                        ? new KeyCharge.Restore(id, site.distributor(), site.customer(), cost, rules.order(), key)
                        : new KeyCharge.Reserve(id, site.distributor(), site.customer(), cost, rules.order(), key)));
    }

    /** Does to what the credential cost what its change of state does to it. To be called in the unit that changes the state. */
    public CreditEffect follow(long serial, CredentialState from, CredentialState to) {
        CreditEffect effect = CreditEffect.of(rules, from, to);
        switch (effect) {
            case SETTLE -> settle(serial);
            case RELEASE -> release(serial);
            case GIVE_BACK -> giveBack(serial);
            case FORFEIT -> forfeit(serial);
            case NONE -> {
                // The change has nothing to do with credit.
            }
        }
        return effect;
    }

    /** The credential was activated: spends what was reserved for it, if anything was. */
    public void settle(long serial) {
        charge(serial, Stage.RESERVED)
                .ifPresent(charge -> post(new ChargeFollowUp.Settle(followUp(charge, Cause.KEY_SETTLE), charge)));
    }

    /** The credential will never be activated: frees what was reserved for it, if anything was. */
    public void release(long serial) {
        charge(serial, Stage.RESERVED)
                .ifPresent(charge -> post(new ChargeFollowUp.Release(followUp(charge, Cause.KEY_RELEASE), charge)));
    }

    /**
     * The credential can no longer open a door: gives back what it cost, to the buckets that paid it.
     *
     * @return how much came back, nothing where nothing was charged or it came back before
     */
    public Buckets giveBack(long serial) {
        Optional<Charge> charge = charge(serial, Stage.RESERVED, Stage.SETTLED);
        charge.ifPresent(open -> post(
                open.stage() == Stage.RESERVED
                        ? new ChargeFollowUp.Release(followUp(open, Cause.KEY_RELEASE), open)
                        : new ChargeFollowUp.Return(followUp(open, Cause.KEY_RETURN), open)));
        return charge.map(Charge::from).orElse(Buckets.ZERO);
    }

    /**
     * The credential is given up: what it cost is lost ({@code CRD-22}).
     *
     * @return how much is lost
     */
    public Buckets forfeit(long serial) {
        Optional<Charge> charge = charge(serial, Stage.RESERVED, Stage.SETTLED);
        charge.ifPresent(open -> post(new ChargeFollowUp.Forfeit(followUp(open, Cause.KEY_FORFEIT), open)));
        return charge.map(Charge::from).orElse(Buckets.ZERO);
    }

    private Optional<Charge> charge(long serial, Stage... stages) {
        return context.unit()
                .ledger()
                .charge(site.customer(), serial)
                .filter(charge -> List.of(stages).contains(charge.stage()));
    }

    private static TransferId followUp(Charge charge, Cause cause) {
        return TransferId.ofFollowUp(charge.id(), cause);
    }

    private List<BookRow> post(Transfer transfer) {
        return Cashier.post(context, transfer, site.name(), rules.distributorSeesIssues());
    }
}
