package io.lintel.sdk.support;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.OptionalLong;

/**
 * A question, and where it went.
 *
 * @param customer at whose site
 * @param number 1, 2, 3, ... within the customer
 * @param serial the credential of the person who asked; empty where an admin asked
 * @param text what was written; personal data
 * @param routing who answers, and who got a copy
 * @param at when
 */
public record SupportRequest(
        CustomerId customer, long number, OptionalLong serial, String text, Routing routing, Instant at) {

    /** Where a question goes. */
    public enum Routing {
        /** To the site's admin alone ({@code SUP-06}). */
        SITE_ADMIN(Answerer.SITE_ADMIN),
        /** To the site's admin, and a copy to the operator, who does not answer it ({@code SUP-02}, {@code SUP-03}). */
        SITE_ADMIN_WITH_COPY(Answerer.SITE_ADMIN),
        /** To the operator: an admin asked ({@code SUP-03}). */
        OPERATOR(Answerer.OPERATOR);

        private final Answerer answerer;

        Routing(Answerer answerer) {
            this.answerer = answerer;
        }

        /** Who answers: show it to the person who asked ({@code C-35}). */
        public Answerer answerer() {
            return answerer;
        }

        /** Whether the operator sees it. */
        public boolean reachesOperator() {
            return this != SITE_ADMIN;
        }
    }

    /** Who answers a question. */
    public enum Answerer {
        /** The site's own admin. */
        SITE_ADMIN,
        /** The operator of the service. */
        OPERATOR
    }

    @Override
    public String toString() {
        return "SupportRequest[" + customer + " #" + number + " " + routing + "]";
    }
}
