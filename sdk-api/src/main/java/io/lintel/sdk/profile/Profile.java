package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

/**
 * The policy values that make the one model behave like one product (requirements 25): data, read from JSON.
 *
 * <p>A site keeps the profile that it was created with, so that a later edit of a file never changes a running site. The
 * published form is {@code spec/profile.schema.json}.
 *
 * @param schema version of this shape, {@value #SCHEMA}
 * @param name names the profile to people; no rule depends on it
 * @param version counts the profile's editions, from 1
 * @param enrolment how people come in
 * @param system system id and key
 * @param logins how administrators log in
 * @param person rules for people
 * @param id rules for access numbers
 * @param activation rules for activation codes
 * @param credential rules for what is signed
 * @param credit rules for charging
 * @param revoke how credentials are taken back
 * @param delete how they are removed
 * @param restore what can be brought back
 * @param readers rules that readers enforce
 * @param doors what is registered about readers
 * @param keys validity of issuing keys
 * @param checkIn when phones talk to the manager
 * @param notifications what people are sent
 * @param remoteUnlock whether and how often a door opens from afar
 * @param statistics what a new site shares
 * @param labels the product's own words
 */
public record Profile(
        int schema,
        String name,
        int version,
        EnrolmentRules enrolment,
        SystemRules system,
        LoginRules logins,
        PersonRules person,
        IdRules id,
        ActivationRules activation,
        CredentialRules credential,
        CreditRules credit,
        RevokeRules revoke,
        DeleteRules delete,
        RestoreRules restore,
        ReaderRules readers,
        DoorRules doors,
        KeyRules keys,
        CheckInRules checkIn,
        NotificationRules notifications,
        RemoteUnlockRules remoteUnlock,
        StatisticsRules statistics,
        LabelRules labels) {

    /** The version of this shape. Texts of version 1 are still read, see {@link Profiles#parse}. */
    public static final int SCHEMA = 2;

    /** Refuses another schema, missing parts, and parts that contradict each other. */
    public Profile {
        within(schema, SCHEMA, SCHEMA, "schema");
        present(name, "name");
        if (!name.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException("name is 1 to 40 lower-case letters, digits and dashes");
        }
        within(version, 1, Integer.MAX_VALUE, "version");
        present(enrolment, "enrolment");
        present(system, "system");
        present(logins, "logins");
        present(person, "person");
        present(id, "id");
        present(activation, "activation");
        present(credential, "credential");
        present(credit, "credit");
        present(revoke, "revoke");
        present(delete, "delete");
        present(restore, "restore");
        present(readers, "readers");
        present(doors, "doors");
        present(keys, "keys");
        present(checkIn, "checkIn");
        present(notifications, "notifications");
        present(remoteUnlock, "remoteUnlock");
        present(statistics, "statistics");
        present(labels, "labels");
        agree(enrolment, id, activation);
        agree(activation, credit, revoke);
    }

    /** The same profile under another name, with other rules for readers: a variant of its first edition. */
    public Profile variant(String newName, ReaderRules newReaders) {
        return new Profile(
                schema,
                newName,
                1,
                enrolment,
                system,
                logins,
                person,
                id,
                activation,
                credential,
                credit,
                revoke,
                delete,
                restore,
                newReaders,
                doors,
                keys,
                checkIn,
                notifications,
                remoteUnlock,
                statistics,
                labels);
    }

    private static void agree(EnrolmentRules enrolment, IdRules id, ActivationRules activation) {
        boolean project = activation.scope() == ActivationRules.Scope.PROJECT;
        if (enrolment.selfService() != project) {
            throw new IllegalArgumentException(
                    "activation.scope must be PROJECT where enrolment.modes is SELF_SERVICE, and only there");
        }
        if ((id.assignAt() == IdRules.AssignAt.ACTIVATION) != project) {
            throw new IllegalArgumentException(
                    "id.assignAt must be ACTIVATION where activation.scope is PROJECT, and only there");
        }
    }

    private static void agree(ActivationRules activation, CreditRules credit, RevokeRules revoke) {
        if (activation.scope() == ActivationRules.Scope.PROJECT
                && credit.cost() > 0
                && credit.chargeAt() != CreditRules.ChargeAt.ACTIVATION) {
            throw new IllegalArgumentException(
                    "credit.chargeAt must be ACTIVATION where activation.scope is PROJECT and credit.cost is not 0");
        }
        if (credit.returnOn() == CreditRules.ReturnOn.REVOKE_CONFIRMED && revoke.mode() != RevokeRules.Mode.CONFIRMED) {
            throw new IllegalArgumentException(
                    "revoke.mode must be CONFIRMED where credit.returnOn is REVOKE_CONFIRMED");
        }
        if (credit.forfeitOn() == CreditRules.ForfeitOn.LOST_WHILE_PENDING && !revoke.markLost()) {
            throw new IllegalArgumentException(
                    "revoke.markLost must be true where credit.forfeitOn is LOST_WHILE_PENDING");
        }
    }
}
