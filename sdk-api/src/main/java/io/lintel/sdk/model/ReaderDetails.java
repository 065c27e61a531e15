package io.lintel.sdk.model;

import io.lintel.protocol.statement.Technology;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator says about a reader ({@code RDR-01}). The site's profile may ask for more: a pattern for the id,
 * steps for the signals.
 *
 * @param name free text that people see in the app, 1 to 64 octets of UTF-8 ({@code RDR-02})
 * @param readerId what is printed on the reader, 1 to 32 printable ASCII characters ({@code RDR-03}); unique in a site
 * @param mac its Bluetooth address; unique in a site
 * @param groups the groups that it belongs to: 1 to 8, each 1 to 16383
 * @param technology its colour ({@code TEC-04})
 * @param identificationFromApp whether the app's list may open it ({@code ONE-04})
 * @param oneTap whether it may be opened by a phone on which nobody chose it ({@code ONE-04})
 * @param signalPercent below this signal it is out of reach ({@code RDR-07}), 0 to 100; more is nearer
 * @param oneTapPercent below this signal it is out of reach of one-tap ({@code RDR-08}), 0 to 100
 */
public record ReaderDetails(
        String name,
        Optional<String> readerId,
        Optional<MacAddress> mac,
        Set<Integer> groups,
        Technology technology,
        Switch identificationFromApp,
        Switch oneTap,
        int signalPercent,
        int oneTapPercent) {

    /** A reader's word on a way of opening. It cannot allow what the customer's settings do not ({@code ONE-05}). */
    public enum Switch {
        /** As the customer's settings say ({@code RDR-06}). */
        INHERITED,
        /** Not at this reader. */
        OFF
    }

    /** The most octets of a name: a phone shows it, and a check-in has room for this much of it. */
    public static final int MAX_NAME_SIZE_BYTES = 64;

    /** The longest reader id. */
    public static final int MAX_ID_LENGTH = 32;

    /** The most groups of a reader. */
    public static final int MAX_GROUPS = 8;

    /** The highest number of a group. */
    public static final int MAX_GROUP = 16383;

    /** The group of sites that do not use groups. */
    public static final Set<Integer> ONLY_GROUP = Set.of(1);

    /** Where a new reader's signal range begins if nobody says: the widest of the seed's steps. */
    public static final int DEFAULT_SIGNAL_PERCENT = 10;

    /** Where a new reader's one-tap range begins if nobody says: the widest of the seed's steps. */
    public static final int DEFAULT_ONE_TAP_PERCENT = 40;

    /** Refuses values out of bounds, copies the groups. */
    public ReaderDetails {
        Text.required(name, "the reader's name");
        require(
                name.getBytes(StandardCharsets.UTF_8).length <= MAX_NAME_SIZE_BYTES,
                "the reader's name is longer than " + MAX_NAME_SIZE_BYTES + " octets");
        require(
                readerId.isEmpty() || isReaderId(readerId.get()),
                "a reader id is 1 to " + MAX_ID_LENGTH + " printable ASCII characters, no space at either end");
        groups = Set.copyOf(groups);
        require(!groups.isEmpty() && groups.size() <= MAX_GROUPS, "a reader belongs to 1 to " + MAX_GROUPS + " groups");
        require(groups.stream().allMatch(group -> group >= 1 && group <= MAX_GROUP), "a group is 1 to " + MAX_GROUP);
        require(isPercent(signalPercent), "the signal range is 0 to 100 percent");
        require(isPercent(oneTapPercent), "the one-tap signal is 0 to 100 percent");
    }

    /** A reader with a name, in the only group, that opens in every way that the customer's settings allow. */
    public static ReaderDetails named(String name) {
        return new ReaderDetails(
                name,
                Optional.empty(),
                Optional.empty(),
                ONLY_GROUP,
                Technology.NONE,
                Switch.INHERITED,
                Switch.INHERITED,
                DEFAULT_SIGNAL_PERCENT,
                DEFAULT_ONE_TAP_PERCENT);
    }

    /** The same with another reader id. */
    public ReaderDetails withReaderId(String other) {
        return new ReaderDetails(
                name,
                Optional.of(other),
                mac,
                groups,
                technology,
                identificationFromApp,
                oneTap,
                signalPercent,
                oneTapPercent);
    }

    /** The same with another MAC address. */
    public ReaderDetails withMac(MacAddress other) {
        return new ReaderDetails(
                name,
                readerId,
                Optional.of(other),
                groups,
                technology,
                identificationFromApp,
                oneTap,
                signalPercent,
                oneTapPercent);
    }

    /** The same in other groups, of another colour. */
    public ReaderDetails in(Set<Integer> otherGroups, Technology otherTechnology) {
        return new ReaderDetails(
                name,
                readerId,
                mac,
                otherGroups,
                otherTechnology,
                identificationFromApp,
                oneTap,
                signalPercent,
                oneTapPercent);
    }

    /** The same with other switches. */
    public ReaderDetails withSwitches(Switch otherFromApp, Switch otherOneTap) {
        return new ReaderDetails(
                name, readerId, mac, groups, technology, otherFromApp, otherOneTap, signalPercent, oneTapPercent);
    }

    /** The same with other signals. */
    public ReaderDetails withSignals(int otherSignalPercent, int otherOneTapPercent) {
        return new ReaderDetails(
                name,
                readerId,
                mac,
                groups,
                technology,
                identificationFromApp,
                oneTap,
                otherSignalPercent,
                otherOneTapPercent);
    }

    private static boolean isReaderId(String id) {
        return !id.isEmpty()
                && id.length() <= MAX_ID_LENGTH
                && id.equals(id.strip())
                && id.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    private static boolean isPercent(int value) {
        return value >= 0 && value <= 100;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
