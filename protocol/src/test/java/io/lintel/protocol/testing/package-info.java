/**
 * A whole site for tests: {@link io.lintel.protocol.testing.TestSite} makes readers and phones out of one seed, and a
 * {@link io.lintel.protocol.testing.Conversation} lets them tap over a channel that the test controls.
 */
package io.lintel.protocol.testing;
