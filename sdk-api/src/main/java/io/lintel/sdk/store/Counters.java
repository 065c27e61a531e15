package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;

/**
 * Numbers 1, 2, 3, ... without a gap: a unit that is rolled back gives its numbers back. Only {@link #skip} leaves some out.
 */
public interface Counters {

    /** What is counted. The names are stored; they never change. */
    enum Counter {
        /** People of a customer. */
        PERSON,
        /** Devices of a customer. */
        DEVICE,
        /** Credentials of a project. */
        SERIAL,
        /** Access numbers that are given in order ({@code DEV-19}, {@code DEV-21}). */
        ACCESS_NUMBER,
        /** Activations of a customer. */
        ACTIVATION,
        /** Codes for self-service of a customer. */
        PROJECT_CODE,
        /** Readers of a project. */
        READER,
        /** Revocation lists of a project. */
        LIST_EPOCH,
        /** Changes of a customer. */
        CHANGE,
        /** Subscriptions to a customer's events. */
        SUBSCRIPTION,
        /** Support requests of a customer. */
        SUPPORT_REQUEST,
        /** Crash reports of a customer. */
        CRASH_REPORT,
        /** Configurations that a site signed for its readers. */
        READER_CONFIGURATION,
        /** Records of what happened at a customer's doors. */
        ACCESS_EVENT
    }

    /** The next number. */
    long next(CustomerId customer, Counter counter);

    /** Leaves numbers out: the next one is above the last by one more than that. */
    void skip(CustomerId customer, Counter counter, long numbers);

    /** The number that was given last, or left out; 0 before the first. */
    long last(CustomerId customer, Counter counter);
}
