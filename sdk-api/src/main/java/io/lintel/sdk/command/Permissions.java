package io.lintel.sdk.command;

import static io.lintel.sdk.model.Action.ACTIVATE;
import static io.lintel.sdk.model.Action.ADD_DISTRIBUTOR_CREDIT;
import static io.lintel.sdk.model.Action.ALLOW_DUPLICATES;
import static io.lintel.sdk.model.Action.ASK_FOR_SUPPORT;
import static io.lintel.sdk.model.Action.CHANGE_OWN_PASSWORD;
import static io.lintel.sdk.model.Action.CREATE_DISTRIBUTOR;
import static io.lintel.sdk.model.Action.DELETE_CREDENTIAL;
import static io.lintel.sdk.model.Action.EDIT_CONTACT;
import static io.lintel.sdk.model.Action.EDIT_KEY_SETTINGS;
import static io.lintel.sdk.model.Action.EDIT_SYSTEM;
import static io.lintel.sdk.model.Action.EXPORT_READER_SECRETS;
import static io.lintel.sdk.model.Action.MANAGE_CREDENTIALS;
import static io.lintel.sdk.model.Action.MANAGE_CUSTOMERS;
import static io.lintel.sdk.model.Action.MANAGE_EVENTS;
import static io.lintel.sdk.model.Action.MANAGE_LOGINS;
import static io.lintel.sdk.model.Action.MANAGE_READERS;
import static io.lintel.sdk.model.Action.MANAGE_STATISTICS;
import static io.lintel.sdk.model.Action.MOVE_CREDIT;
import static io.lintel.sdk.model.Action.PUBLISH_LIST;
import static io.lintel.sdk.model.Action.ROTATE_KEYS;
import static io.lintel.sdk.model.Action.SEE_CUSTOMER;
import static io.lintel.sdk.model.Action.SEE_DISTRIBUTOR;
import static io.lintel.sdk.model.Action.SEE_EVENTS;
import static io.lintel.sdk.model.Action.SEE_HISTORY;
import static io.lintel.sdk.model.Action.SEE_LEDGER;
import static io.lintel.sdk.model.Action.UNLOCK_REMOTELY;

import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.Role;
import io.lintel.sdk.store.UnitOfWork;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The permission matrix (requirements, section 1): what is not in it is denied, and so is everything outside the principal's
 * own distributor or customer.
 */
public final class Permissions {

    private static final Set<Action> WITHIN_A_CUSTOMER = EnumSet.of(
            EDIT_CONTACT,
            EDIT_KEY_SETTINGS,
            MANAGE_CREDENTIALS,
            MANAGE_READERS,
            DELETE_CREDENTIAL,
            SEE_LEDGER,
            SEE_CUSTOMER,
            SEE_EVENTS,
            MANAGE_EVENTS,
            EXPORT_READER_SECRETS,
            ROTATE_KEYS,
            SEE_HISTORY,
            PUBLISH_LIST,
            UNLOCK_REMOTELY,
            MANAGE_STATISTICS,
            ASK_FOR_SUPPORT);

    private static final Map<Role, Set<Action>> MATRIX = Map.of(
            Role.HOST, EnumSet.allOf(Action.class),
            Role.OPERATOR,
                    EnumSet.of(
                            CREATE_DISTRIBUTOR,
                            SEE_DISTRIBUTOR,
                            ADD_DISTRIBUTOR_CREDIT,
                            CHANGE_OWN_PASSWORD,
                            SEE_LEDGER,
                            SEE_EVENTS),
            Role.DISTRIBUTOR,
                    EnumSet.of(
                            SEE_DISTRIBUTOR,
                            MANAGE_CUSTOMERS,
                            MOVE_CREDIT,
                            EDIT_SYSTEM,
                            EDIT_CONTACT,
                            EDIT_KEY_SETTINGS,
                            ALLOW_DUPLICATES,
                            MANAGE_LOGINS,
                            CHANGE_OWN_PASSWORD,
                            SEE_LEDGER,
                            SEE_CUSTOMER,
                            SEE_EVENTS),
            Role.WORKSPACE, WITHIN_A_CUSTOMER,
            Role.CUSTOMER, with(WITHIN_A_CUSTOMER, CHANGE_OWN_PASSWORD),
            Role.END_USER, EnumSet.of(ACTIVATE, DELETE_CREDENTIAL, UNLOCK_REMOTELY, ASK_FOR_SUPPORT));

    private Permissions() {}

    /** Whether the matrix has a mark in this cell. */
    public static boolean allows(Role role, Action action) {
        Set<Action> allowed = MATRIX.get(role);
        return allowed != null && allowed.contains(action);
    }

    /**
     * Refuses unless the principal may do this to whom it concerns.
     *
     * @throws ManagerException.Refused with {@link ErrorCode#PERMISSION_DENIED}, whether what it names exists or not
     */
    public static void require(UnitOfWork unit, Principal principal, Action action, Scope scope) {
        if (!allows(principal.role(), action) || !reaches(unit, principal, action, scope)) {
            throw denied();
        }
    }

    /** The refusal, which says nothing about what was asked for. */
    public static ManagerException denied() {
        return new ManagerException.Refused(
                ErrorCode.PERMISSION_DENIED, "this login may not do that here; ask somebody whose role includes it");
    }

    private static boolean reaches(UnitOfWork unit, Principal principal, Action action, Scope scope) {
        if (principal instanceof Principal.Host) {
            return true;
        }
        if (principal instanceof Principal.Operator) {
            // Above all distributors, but not within what belongs to their customers.
            return scope.customer().map(CustomerId.OPERATOR::equals).orElse(true);
        }
        if (scope instanceof Scope.OfDistributor of) {
            return principal instanceof Principal.DistributorAdmin admin
                    && admin.distributor().equals(of.distributor());
        }
        if (principal instanceof Principal.EndUser user) {
            return reaches(user, action, scope);
        }
        return scope.customer()
                .filter(customer -> reaches(unit, principal, customer))
                .isPresent();
    }

    /** A holder reaches its own credential; of its customer only what takes none. */
    private static boolean reaches(Principal.EndUser user, Action action, Scope scope) {
        if (scope instanceof Scope.OfCredential of) {
            return of.of().equals(user.customer()) && of.serial() == user.serial();
        }
        return action != DELETE_CREDENTIAL
                && scope.customer().filter(user.customer()::equals).isPresent();
    }

    private static boolean reaches(UnitOfWork unit, Principal principal, CustomerId customer) {
        if (principal instanceof Principal.DistributorAdmin admin) {
            return serves(unit, admin.distributor(), customer);
        }
        if (principal instanceof Principal.WorkspaceAdmin admin) {
            return admin.customer().equals(customer) && serves(unit, admin.distributor(), customer);
        }
        return principal instanceof Principal.CustomerAdmin admin
                && admin.customer().equals(customer);
    }

    private static boolean serves(UnitOfWork unit, DistributorId distributor, CustomerId customer) {
        return unit.sites()
                .find(customer)
                .filter(site -> site.distributor().equals(distributor))
                .isPresent();
    }

    private static Set<Action> with(Set<Action> actions, Action more) {
        Set<Action> all = EnumSet.copyOf(actions);
        all.add(more);
        return all;
    }
}
