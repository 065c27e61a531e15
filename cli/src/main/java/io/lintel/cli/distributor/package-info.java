/** Distributors: the partners that serve sites. */
@NullMarked
package io.lintel.cli.distributor;

import org.jspecify.annotations.NullMarked;
