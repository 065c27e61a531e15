/** The manager that ACS vendors embed: sites, ledger, people, credentials, readers, revocation. */
@org.jspecify.annotations.NullMarked
module io.lintel.sdk {
    requires static org.jspecify;
    requires transitive io.lintel.protocol;
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;

    exports io.lintel.sdk;
    exports io.lintel.sdk.access;
    exports io.lintel.sdk.checkin;
    exports io.lintel.sdk.credential;
    exports io.lintel.sdk.credit;
    exports io.lintel.sdk.event;
    exports io.lintel.sdk.handoff;
    exports io.lintel.sdk.key;
    exports io.lintel.sdk.ledger;
    exports io.lintel.sdk.ledger.audit;
    exports io.lintel.sdk.link;
    exports io.lintel.sdk.login;
    exports io.lintel.sdk.model;
    exports io.lintel.sdk.notification;
    exports io.lintel.sdk.organisation;
    exports io.lintel.sdk.person;
    exports io.lintel.sdk.profile;
    exports io.lintel.sdk.reader;
    exports io.lintel.sdk.revocation;
    exports io.lintel.sdk.site;
    exports io.lintel.sdk.statistics;
    exports io.lintel.sdk.store;
    exports io.lintel.sdk.support;
    exports io.lintel.sdk.sync;

    opens io.lintel.sdk.handoff to
            com.fasterxml.jackson.databind;
    opens io.lintel.sdk.ledger.audit to
            com.fasterxml.jackson.databind;
    opens io.lintel.sdk.profile to
            com.fasterxml.jackson.databind;
}
