package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** A wish to move credit, as the ledger decides on it. */
public sealed interface Transfer {

    /** The most credits that one transfer may move. */
    long MAX_CREDITS = 1_000_000_000L;

    /** The caller-made id. */
    TransferId id();

    /** The distributor in whose partition the transfer is posted. */
    DistributorId distributor();

    /** How many credits, 1 to {@link #MAX_CREDITS}. */
    long credits();

    /** Why the credit moves ({@code CRD-32}). */
    Cause cause();

    /** The customer whose book shows the transfer, if a customer is involved. */
    Optional<CustomerId> customer();

    /** SHA-256 over everything that the transfer says: tells a repetition from a conflict. */
    default Bytes digest() {
        String owner = customer().map(CustomerId::value).orElse("");
        String text =
                String.join("|", cause().name(), distributor().value(), owner, Long.toString(credits()), detail());
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Bytes.copyOf(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What one kind says beyond the common part; part of the digest, so its form never changes. */
    default String detail() {
        return "";
    }

    /** The operator gives a new customer free credit ({@code CRD-03}); the distributor's credit stays ({@code CRD-05}). */
    record FreeGrant(TransferId id, DistributorId distributor, CustomerId recipient, long credits) implements Transfer {
        /** Checks the amount. */
        public FreeGrant {
            requireAmount(credits);
        }

        @Override
        public Cause cause() {
            return Cause.FREE_GRANT;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(recipient);
        }
    }

    /** A distributor buys credit from the operator ({@code CRD-07}). */
    record Purchase(TransferId id, DistributorId distributor, long credits) implements Transfer {
        /** Checks the amount. */
        public Purchase {
            requireAmount(credits);
        }

        @Override
        public Cause cause() {
            return Cause.PURCHASE;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }
    }

    /** A distributor passes credit on to a customer ({@code CRD-06}). */
    record PassOn(TransferId id, DistributorId distributor, CustomerId recipient, long credits) implements Transfer {
        /** Checks the amount. */
        public PassOn {
            requireAmount(credits);
        }

        @Override
        public Cause cause() {
            return Cause.TRANSFER;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(recipient);
        }
    }

    /** A distributor takes paid credit back from a customer ({@code CRD-13}); trial credit cannot be taken. */
    record TakeBack(TransferId id, DistributorId distributor, CustomerId source, long credits) implements Transfer {
        /** Checks the amount. */
        public TakeBack {
            requireAmount(credits);
        }

        @Override
        public Cause cause() {
            return Cause.REFUND;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(source);
        }
    }

    /** A customer pays for a credential ({@code CRD-12}): reserved and posted at once. */
    record Issue(
            TransferId id,
            DistributorId distributor,
            CustomerId payer,
            long credits,
            ConsumptionOrder order,
            long accessNumber)
            implements Transfer {
        /** Checks the amount. */
        public Issue {
            requireAmount(credits);
        }

        @Override
        public Cause cause() {
            return Cause.KEY_ISSUE;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(payer);
        }

        @Override
        public String detail() {
            return order.name() + "|" + accessNumber;
        }
    }

    private static void requireAmount(long credits) {
        if (credits < 1 || credits > MAX_CREDITS) {
            throw new IllegalArgumentException("a transfer moves 1 to " + MAX_CREDITS + " credits, not " + credits);
        }
    }
}
