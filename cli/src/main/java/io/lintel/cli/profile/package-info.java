/** Profiles: the policy that makes the one model behave like one product. */
@NullMarked
package io.lintel.cli.profile;

import org.jspecify.annotations.NullMarked;
