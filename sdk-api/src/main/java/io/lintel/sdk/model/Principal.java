package io.lintel.sdk.model;

import java.util.Optional;

/**
 * On whose behalf a command is given: what it may do follows from its {@link Role}, and where from the distributor or
 * customer that it names ({@code ACC-01}).
 *
 * <p>The manager trusts its caller to name the right principal: a vendor's own software authenticates its people, or lets the
 * manager do it with a login and password.
 */
public sealed interface Principal {

    /** The embedding software itself. */
    static Principal host() {
        return new Host(Actor.HOST);
    }

    /** A phone that asks before the manager knows which credential it holds. */
    static Principal phone() {
        return new Phone();
    }

    /** Which column of the permission matrix applies. */
    Role role();

    /** How the audit trail names it. */
    Actor actor();

    /** The customer in whose workspace a distributor acts, recorded beside the actor ({@code ACC-41}). */
    default Optional<CustomerId> workspace() {
        return Optional.empty();
    }

    /** The embedding software itself, or a job of it: may do everything, and answers for its own users' rights. */
    record Host(Actor actor) implements Principal {
        @Override
        public Role role() {
            return Role.HOST;
        }
    }

    /** Somebody of the operator, who runs the service above all distributors. */
    record Operator(long login) implements Principal {
        @Override
        public Role role() {
            return Role.OPERATOR;
        }

        @Override
        public Actor actor() {
            return new Actor("operator login " + login);
        }
    }

    /** An admin of a distributor, in the distributor's own workspace. */
    record DistributorAdmin(DistributorId distributor, long login) implements Principal {
        @Override
        public Role role() {
            return Role.DISTRIBUTOR;
        }

        @Override
        public Actor actor() {
            return new Actor("distributor " + distributor + " login " + login);
        }

        /** The same admin in a customer's workspace ({@code ACC-08}, {@code ACC-09}). */
        public WorkspaceAdmin in(CustomerId customer) {
            return new WorkspaceAdmin(distributor, login, customer);
        }
    }

    /** An admin of a distributor who works in a customer's workspace. */
    record WorkspaceAdmin(DistributorId distributor, long login, CustomerId customer) implements Principal {
        @Override
        public Role role() {
            return Role.WORKSPACE;
        }

        @Override
        public Actor actor() {
            return new Actor("distributor " + distributor + " login " + login, workspace());
        }

        @Override
        public Optional<CustomerId> workspace() {
            return Optional.of(customer);
        }
    }

    /** An admin of a customer. */
    record CustomerAdmin(CustomerId customer, long login) implements Principal {
        @Override
        public Role role() {
            return Role.CUSTOMER;
        }

        @Override
        public Actor actor() {
            return new Actor("customer " + customer + " login " + login);
        }
    }

    /** The holder of a credential, through the app; the protocol has authenticated the phone ({@code ACC-04}). */
    record EndUser(CustomerId customer, long serial) implements Principal {
        @Override
        public Role role() {
            return Role.END_USER;
        }

        @Override
        public Actor actor() {
            return new Actor("holder of credential " + serial);
        }
    }

    /** A phone that asks before the manager knows which credential it holds; reaches nobody's data by itself. */
    record Phone() implements Principal {
        @Override
        public Role role() {
            return Role.END_USER;
        }

        @Override
        public Actor actor() {
            return Actor.PHONE;
        }
    }
}
