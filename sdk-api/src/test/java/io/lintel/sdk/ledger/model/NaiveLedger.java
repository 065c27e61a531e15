package io.lintel.sdk.ledger.model;

import io.lintel.sdk.ledger.ConsumptionOrder;
import java.util.ArrayList;
import java.util.List;

/** The rules of credit written down once more: counters, one credit at a time, nothing shared with the ledger. */
final class NaiveLedger {

    private final long[] sold = new long[Step.DISTRIBUTORS];
    private final long[] available = new long[Step.DISTRIBUTORS];
    private final long[] granted = new long[Step.DISTRIBUTORS];
    private final long[] paid = new long[Step.CUSTOMERS];
    private final long[] trial = new long[Step.CUSTOMERS];
    private final List<Key> keys = new ArrayList<>();

    /** A credential, and the credit that sticks to it. */
    static final class Key {
        final int customer;
        String life = "waiting";
        String money;
        long fromPaid;
        long fromTrial;

        Key(int customer, String money) {
            this.customer = customer;
            this.money = money;
        }

        private long held(String where) {
            return money.equals(where) ? fromPaid + fromTrial : 0;
        }

        /** Whether a door may still open. */
        boolean opens() {
            return life.equals("active") || life.equals("pending");
        }
    }

    List<Key> keys() {
        return keys;
    }

    boolean purchase(int distributor, long credits) {
        sold[distributor] += credits;
        available[distributor] += credits;
        return true;
    }

    boolean correct(int distributor, long credits) {
        if (available[distributor] < credits) {
            return false;
        }
        sold[distributor] -= credits;
        available[distributor] -= credits;
        return true;
    }

    boolean grant(int customer, long credits) {
        granted[customer % Step.DISTRIBUTORS] += credits;
        trial[customer] += credits;
        return true;
    }

    boolean passOn(int customer, long credits) {
        if (available[customer % Step.DISTRIBUTORS] < credits) {
            return false;
        }
        available[customer % Step.DISTRIBUTORS] -= credits;
        paid[customer] += credits;
        return true;
    }

    boolean takeBack(int customer, long credits) {
        if (paid[customer] < credits) {
            return false;
        }
        paid[customer] -= credits;
        available[customer % Step.DISTRIBUTORS] += credits;
        return true;
    }

    boolean issue(int customer, long credits, ConsumptionOrder order, boolean atOnce) {
        if (paid[customer] + trial[customer] < credits) {
            return false;
        }
        Key key = new Key(customer, atOnce ? "spent" : "reserved");
        pay(key, credits, order);
        keys.add(key);
        return true;
    }

    boolean restore(Key key, long credits, ConsumptionOrder order) {
        if (paid[key.customer] + trial[key.customer] < credits) {
            return false;
        }
        key.fromPaid = 0;
        key.fromTrial = 0;
        pay(key, credits, order);
        key.money = "spent";
        key.life = "waiting";
        return true;
    }

    void activate(Key key) {
        key.life = "active";
        key.money = "spent";
    }

    /** Nothing that is on a phone comes back before the phone confirmed. */
    void revoke(Key key) {
        if (key.life.equals("active")) {
            key.life = "pending";
        } else {
            end(key);
        }
    }

    void end(Key key) {
        paid[key.customer] += key.fromPaid;
        trial[key.customer] += key.fromTrial;
        key.life = "gone";
        key.money = "back";
    }

    void lose(Key key) {
        key.life = "gone";
        key.money = "lost";
    }

    long sold(int distributor) {
        return sold[distributor];
    }

    long granted(int distributor) {
        return granted[distributor];
    }

    long available(int distributor) {
        return available[distributor];
    }

    long paid(int customer) {
        return paid[customer];
    }

    long trial(int customer) {
        return trial[customer];
    }

    /** What sticks to a customer's credentials: "reserved", "spent" or "lost". Restoring starts a new charge, so what was
     * lost before is counted by the trial. */
    long held(int customer, String where) {
        return keys.stream()
                .filter(key -> key.customer == customer)
                .mapToLong(key -> key.held(where))
                .sum();
    }

    private void pay(Key key, long credits, ConsumptionOrder order) {
        for (long i = 0; i < credits; i++) {
            boolean fromPaid = order == ConsumptionOrder.PAID_FIRST ? paid[key.customer] > 0 : trial[key.customer] == 0;
            if (fromPaid) {
                paid[key.customer]--;
                key.fromPaid++;
            } else {
                trial[key.customer]--;
                key.fromTrial++;
            }
        }
    }
}
