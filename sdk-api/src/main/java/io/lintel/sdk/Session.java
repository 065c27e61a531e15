package io.lintel.sdk;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandRunner;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.Permissions;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.UnitOfWork;
import java.util.List;
import java.util.function.Function;

/** What the manager's parts share: where they work, and on whose behalf. */
record Session(Environment environment, Principal principal) {

    Session as(Principal other) {
        return new Session(environment, other);
    }

    <R> R run(CommandId id, Command<R> command) {
        return new CommandRunner(environment).run(principal, id, command);
    }

    /** Reads what the principal may see. */
    <T> T read(Action action, Scope scope, Function<UnitOfWork, T> query) {
        return environment.store().read(unit -> {
            Permissions.require(unit, principal, action, scope);
            return query.apply(unit);
        });
    }

    /** Refuses what the principal may not do, before work that costs much or is no command. */
    void require(Action action, Scope scope) {
        environment.store().read(unit -> {
            Permissions.require(unit, principal, action, scope);
            return true;
        });
    }

    /** Reads one page. */
    <T> List<T> page(Action action, Scope scope, int limit, Function<UnitOfWork, List<T>> query) {
        requirePage(limit);
        return read(action, scope, query);
    }

    static void requirePage(int limit) {
        if (limit < 1 || limit > Manager.MAX_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + Manager.MAX_PAGE + ", not " + limit);
        }
    }
}
