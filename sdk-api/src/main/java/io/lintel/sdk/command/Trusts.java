package io.lintel.sdk.command;

import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The projects whose keys were verified here lately: who reads one statement shall not verify four others for it.
 * Thread-safe.
 */
public final class Trusts {

    private static final int MAX_PROJECTS = 1000;

    private final Map<Foundation, ProjectTrust> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Foundation, ProjectTrust> eldest) {
            return size() > MAX_PROJECTS;
        }
    };

    /** The trust in one project's keys. */
    public synchronized ProjectTrust of(CryptoSuite crypto, Foundation foundation) {
        return known.computeIfAbsent(foundation, keys -> ProjectTrust.pin(crypto, keys.root(), keys.issuingKeys()));
    }
}
