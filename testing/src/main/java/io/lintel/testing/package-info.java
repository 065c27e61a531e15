/**
 * What the modules share to test themselves. {@link io.lintel.testing.Requirement} ties a test to the requirements that
 * it checks; {@link io.lintel.testing.VectorFiles} finds the published test vectors; {@link
 * io.lintel.testing.RequirementReport} says at the end of a build what became of each requirement.
 *
 * <p>This module is for tests alone. It is neither published nor named in the BOM.
 */
@NullMarked
package io.lintel.testing;

import org.jspecify.annotations.NullMarked;
