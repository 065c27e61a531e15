/**
 * Policy as data. {@link io.lintel.sdk.profile.Profile} is one product's set of values, {@link
 * io.lintel.sdk.profile.Profiles} finds the built-in ones and reads a vendor's own. No code asks for a profile's name.
 */
@NullMarked
package io.lintel.sdk.profile;

import org.jspecify.annotations.NullMarked;
