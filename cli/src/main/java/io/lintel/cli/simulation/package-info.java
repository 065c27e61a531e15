/**
 * A site in a box: readers, phones, couriers and a manager over months of simulated time, to see how long a revocation takes
 * to reach every door and that no credential outlasts the bound that the manager states.
 *
 * <p>{@link io.lintel.cli.simulation.Simulate} is the command, {@link io.lintel.cli.simulation.SimulatedSite} runs one life of
 * a site. Readers, wallets, sessions, check-ins, lists, receipts and the exposure bound are the product's own; clocks, losses,
 * habits, power cuts and what a manager keeps in its database are simulated. All of it follows from a seed.
 */
@NullMarked
package io.lintel.cli.simulation;

import org.jspecify.annotations.NullMarked;
