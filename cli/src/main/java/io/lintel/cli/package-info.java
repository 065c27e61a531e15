/**
 * The {@code lintel} command: {@link io.lintel.cli.Lintel} lists all commands, one class for each in the packages of their
 * nouns.
 */
@NullMarked
package io.lintel.cli;

import org.jspecify.annotations.NullMarked;
