package io.lintel.store.sql;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/** What the requirements say of each product (sections 7, 10, 11, 25), written down apart from the profiles. */
enum LifecycleProduct {
    IMAPORTER("imaporter", Period.ofMonths(1)),
    BALTECH("baltech", Period.ofDays(7)),
    BALTECH_SELF_SERVICE("baltech-self-service", Period.ZERO),
    STID_BLUE("stid-blue", Period.ofDays(7)),
    LINTEL("lintel", Period.ofDays(7)),

    /** A vendor's own: as the one before, but charged when a phone activates. */
    RESERVING("lintel", Period.ofDays(7));

    /** Where access numbers come from. */
    enum Numbers {
        NEXT_FREE,
        MANUAL,
        AUTO,
        CONSECUTIVE
    }

    private final String profile;
    final Period codeValidity;

    LifecycleProduct(String profile, Period codeValidity) {
        this.profile = profile;
        this.codeValidity = codeValidity;
    }

    Profile profile() {
        String text = Profiles.print(Profiles.builtIn(profile));
        return Profiles.parse(
                this == RESERVING ? text.replace("\"chargeAt\" : \"ISSUE\"", "\"chargeAt\" : \"ACTIVATION\"") : text);
    }

    boolean selfService() {
        return this == BALTECH_SELF_SERVICE;
    }

    int cost() {
        return switch (this) {
            case IMAPORTER, LINTEL, RESERVING -> 1;
            case STID_BLUE -> 5;
            case BALTECH, BALTECH_SELF_SERVICE -> 0;
        };
    }

    int trial() {
        return switch (this) {
            case IMAPORTER, LINTEL, RESERVING -> 5;
            case STID_BLUE, BALTECH, BALTECH_SELF_SERVICE -> 0;
        };
    }

    boolean reserves() {
        return this == RESERVING;
    }

    /** Whether credit comes back once a credential opens nothing. */
    boolean returns() {
        return this == STID_BLUE || likeLintel();
    }

    /** Whether a credential is deleted from any state, and can be restored from that and from a deletion not yet synchronised. */
    boolean deletesFreely() {
        return this == IMAPORTER;
    }

    boolean offersDelete() {
        return !selfService();
    }

    boolean forgetsDeleted() {
        return this == BALTECH || this == STID_BLUE;
    }

    boolean restores() {
        return this == IMAPORTER || likeLintel();
    }

    boolean holdersDelete() {
        return this == IMAPORTER || likeLintel();
    }

    boolean administratorsRevoke() {
        return !selfService();
    }

    boolean marksLost() {
        return this == STID_BLUE || likeLintel();
    }

    boolean activeAfterFirstSync() {
        return this == IMAPORTER;
    }

    boolean onePerPerson() {
        return this == STID_BLUE || this == BALTECH;
    }

    boolean needsFamilyName() {
        return this == STID_BLUE || this == BALTECH;
    }

    Numbers numbers() {
        return switch (this) {
            case IMAPORTER, LINTEL, RESERVING -> Numbers.NEXT_FREE;
            case BALTECH -> Numbers.MANUAL;
            case STID_BLUE -> Numbers.AUTO;
            case BALTECH_SELF_SERVICE -> Numbers.CONSECUTIVE;
        };
    }

    Optional<Duration> lease() {
        return switch (this) {
            case BALTECH -> Optional.of(Duration.ofDays(1));
            case LINTEL, RESERVING -> Optional.of(Duration.ofDays(3));
            case IMAPORTER, STID_BLUE, BALTECH_SELF_SERVICE -> Optional.empty();
        };
    }

    Technology colour() {
        return this == STID_BLUE ? Technology.BLUE : Technology.NONE;
    }

    /** A colour that this product does not have, where it lacks one. */
    Optional<Technology> wrongColour() {
        return likeLintel() ? Optional.empty() : Optional.of(this == STID_BLUE ? Technology.NONE : Technology.BLUE);
    }

    private boolean likeLintel() {
        return this == LINTEL || this == RESERVING;
    }
}
