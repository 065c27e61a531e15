package io.lintel.sdk.command.statistics;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.profile.StatisticsRules;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.sdk.statistics.Slot;

/** Gives a new site its switches. */
public final class Switches {

    private Switches() {}

    /** Sets them as the profile says ({@code STA-01}). */
    public static void set(CommandContext context, CustomerId customer, StatisticsRules rules) {
        context.unit().statistics().put(customer, Sharing.initially(rules, context.now()), Slot.of(context.now()));
    }
}
