/** Statistics: what a site shares with the operator. */
@NullMarked
package io.lintel.cli.statistics;

import org.jspecify.annotations.NullMarked;
