package io.lintel.sdk.command;

import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Optional;

/** Runs a command once, however often it is repeated. */
public final class CommandRunner {

    private final Environment environment;

    public CommandRunner(Environment environment) {
        this.environment = environment;
    }

    public <R> R run(Principal principal, CommandId id, Command<R> command) {
        return environment
                .store()
                .write(
                        command.reach(),
                        new CommandLog.Key(command.partition(), id),
                        unit -> run(CommandContext.begin(environment, unit, principal, id), command));
    }

    private static <R> R run(CommandContext context, Command<R> command) {
        UnitOfWork unit = context.unit();
        Permissions.require(unit, context.principal(), command.action(), command.scope());
        RequestDigest digest = command.digest();
        Optional<CommandLog.Done> done = unit.commands().find(command.partition(), context.id());
        if (done.isPresent()) {
            CommandLog.Done first = done.get();
            if (!first.kind().equals(digest.kind()) || !first.digest().equals(digest.value())) {
                throw new ManagerException.Conflict(context.id());
            }
            return command.result(context, new Facts(first.facts()));
        }
        if (command.customerStatus() == Command.CustomerStatusNeeded.ACTIVE) {
            requireActive(unit, command.scope());
        }
        Facts facts = command.perform(context);
        unit.commands()
                .add(new CommandLog.Done(
                        command.partition(),
                        context.id(),
                        digest.kind(),
                        digest.value(),
                        facts.values(),
                        context.now()));
        return command.result(context, facts);
    }

    /** A deleted customer is asked to be restored first, whoever asks and whatever for ({@code ACC-27}). */
    private static void requireActive(UnitOfWork unit, Scope scope) {
        if (scope.customer().filter(unit.customers()::isDeleted).isPresent()) {
            throw new ManagerException.Refused(
                    ErrorCode.CUSTOMER_DELETED, "this customer was deleted; restore it, then try again");
        }
    }
}
