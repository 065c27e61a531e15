/** The manager's nouns: sites, people, devices, credentials, readers, their ids, states and errors. */
@NullMarked
package io.lintel.sdk.model;

import org.jspecify.annotations.NullMarked;
