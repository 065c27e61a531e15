/** Holds the arrows between the modules: which module may depend on what. */
@NullMarked
package io.lintel.testing.architecture;

import org.jspecify.annotations.NullMarked;
