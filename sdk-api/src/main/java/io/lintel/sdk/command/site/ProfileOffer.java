package io.lintel.sdk.command.site;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.Role;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;

/**
 * Which profiles a customer may be founded on. A profile says what a credential costs and how much credit is free: a
 * distributor, who pays for credit, takes one of those that everybody knows and brings none of its own.
 */
public final class ProfileOffer {

    private ProfileOffer() {}

    /**
     * Refuses a distributor a profile that is not built in.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#PERMISSION_DENIED}
     */
    public static void require(Principal principal, Profile profile) {
        boolean pays = principal.role() == Role.DISTRIBUTOR || principal.role() == Role.WORKSPACE;
        if (pays && Profiles.names().stream().map(Profiles::builtIn).noneMatch(profile::equals)) {
            throw new ManagerException.Refused(
                    ErrorCode.PERMISSION_DENIED,
                    "a distributor founds customers on the built-in profiles alone;"
                            + " ask whoever runs the service to found this one");
        }
    }
}
