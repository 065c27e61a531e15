package io.lintel.protocol.reader;

import java.util.Arrays;

/**
 * Numbers from 0 on in the order of their last use: a list that is linked both ways, in one array of numbers, so that a use makes no
 * object and costs a collector nothing. Not thread-safe.
 */
final class Recency {
    /** No number. */
    static final int NONE = -1;

    private static final int LEAST = 16;

    /** Where the list begins and ends; a number's links are one behind. */
    private static final int END = 0;

    /** Of each: which one was used before it, then which one after it. */
    private int[] links = new int[2 * LEAST];

    /** Adds one that is not there, as the latest. */
    void add(int number) {
        int node = number + 1;
        if (2 * node >= links.length) {
            links = Arrays.copyOf(links, 2 * Math.max(node + 1, links.length));
        }
        insert(node);
    }

    /** Makes one that is there the latest. */
    void use(int number) {
        unlink(number + 1);
        insert(number + 1);
    }

    /** Reads what a {@link #use} of this number needs first, and returns something of it; see {@link ResumptionTable}. */
    int fetch(int number) {
        return before(number + 1);
    }

    /** Removes one that is there. */
    void remove(int number) {
        unlink(number + 1);
    }

    /** Returns the one whose last use is longest ago, or {@link #NONE}. */
    int oldest() {
        return after(END) - 1;
    }

    /** Returns the one that was used next after one that is there, or {@link #NONE}. */
    int next(int number) {
        return after(number + 1) - 1;
    }

    private void insert(int node) {
        int latest = before(END);
        link(latest, node);
        link(node, END);
    }

    private void unlink(int node) {
        link(before(node), after(node));
    }

    private void link(int before, int after) {
        links[2 * before + 1] = after;
        links[2 * after] = before;
    }

    private int before(int node) {
        return links[2 * node];
    }

    private int after(int node) {
        return links[2 * node + 1];
    }
}
