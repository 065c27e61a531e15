package io.lintel.cli.manager;

import io.lintel.cli.shell.HostAndPort;
import java.util.Optional;

/** Where readers keep their links, if anywhere. */
interface Links extends AutoCloseable {
    /** Nowhere. */
    Links NONE = new Links() {
        @Override
        public Optional<HostAndPort> address() {
            return Optional.empty();
        }

        @Override
        public void look() {}

        @Override
        public void close() {}
    };

    /** Where it listens. */
    Optional<HostAndPort> address();

    /** Looks whether linked readers have to be told something; called every second. */
    void look();

    @Override
    void close();
}
