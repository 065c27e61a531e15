/** Sites: customers with their keys, policy and credit. */
@NullMarked
package io.lintel.cli.site;

import org.jspecify.annotations.NullMarked;
