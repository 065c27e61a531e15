package io.lintel.sdk.login;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Principal;

/** The organisation that a login belongs to ({@code C-15}): the operator, a distributor or a customer. */
public sealed interface LoginOwner {

    /** The operator itself. */
    static LoginOwner operator() {
        return new OfOperator();
    }

    /** A distributor. */
    static LoginOwner of(DistributorId distributor) {
        return new OfDistributor(distributor);
    }

    /** A customer. */
    static LoginOwner of(CustomerId customer) {
        return new OfCustomer(customer);
    }

    /** On whose behalf the login with this number acts. */
    Principal principal(long login);

    /** The partition that keeps its logins. */
    CustomerId partition();

    /** The operator. */
    record OfOperator() implements LoginOwner {
        @Override
        public Principal principal(long login) {
            return new Principal.Operator(login);
        }

        @Override
        public CustomerId partition() {
            return CustomerId.OPERATOR;
        }
    }

    /** One distributor. */
    record OfDistributor(DistributorId distributor) implements LoginOwner {
        @Override
        public Principal principal(long login) {
            return new Principal.DistributorAdmin(distributor, login);
        }

        @Override
        public CustomerId partition() {
            return CustomerId.OPERATOR;
        }
    }

    /** One customer. */
    record OfCustomer(CustomerId customer) implements LoginOwner {
        @Override
        public Principal principal(long login) {
            return new Principal.CustomerAdmin(customer, login);
        }

        @Override
        public CustomerId partition() {
            return customer;
        }
    }
}
