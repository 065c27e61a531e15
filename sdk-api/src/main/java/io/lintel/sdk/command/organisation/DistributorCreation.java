package io.lintel.sdk.command.organisation;

import io.lintel.crypto.PasswordHash;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.login.LoginCreation;
import io.lintel.sdk.login.LoginOwner;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.organisation.DistributorCreated;
import java.util.HexFormat;
import java.util.Optional;

/** Creates a distributor and its first login, whose password was hashed before the unit of work began. */
public final class DistributorCreation implements Command<DistributorCreated> {

    private static final int MAX_NAME_LENGTH = 200;
    private static final String CODE = "[A-Za-z0-9]{4}";

    private final CreateDistributor request;
    private final Optional<PasswordHash> password;

    public DistributorCreation(CreateDistributor request, Optional<PasswordHash> password) {
        this.request = request;
        this.password = password;
    }

    @Override
    public Action action() {
        return Action.CREATE_DISTRIBUTOR;
    }

    @Override
    public Scope scope() {
        return Scope.everything();
    }

    @Override
    public CustomerId partition() {
        return CustomerId.OPERATOR;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("distributor create")
                .with(request.name())
                .with(request.code())
                .with(request.login().map(login -> login.email().canonical()));
    }

    @Override
    public Facts perform(CommandContext context) {
        checkName();
        request.code().ifPresent(code -> checkCode(context, code));
        Distributor distributor = new Distributor(newId(context), request.name(), request.code(), context.now());
        context.unit().organisations().add(distributor);
        context.record(CustomerId.OPERATOR, Change.Kind.DISTRIBUTOR_CREATED, distributor.id());
        Facts facts = Facts.none().with("distributor", distributor.id());
        if (request.login().isEmpty()) {
            return facts;
        }
        LoginOwner owner = LoginOwner.of(distributor.id());
        long login = LoginCreation.add(context, owner, request.login().get().email(), password.orElseThrow());
        return facts.with("login", login);
    }

    @Override
    public DistributorCreated result(CommandContext context, Facts facts) {
        DistributorId id = new DistributorId(facts.text("distributor"));
        Distributor distributor = context.unit().organisations().distributor(id).orElseThrow();
        return new DistributorCreated(
                distributor, facts.has("login") ? Optional.of(facts.number("login")) : Optional.empty());
    }

    private void checkName() {
        String name = request.name();
        if (name.isBlank() || name.length() > MAX_NAME_LENGTH || name.chars().anyMatch(Character::isISOControl)) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST,
                    "a distributor's name has 1 to " + MAX_NAME_LENGTH + " characters and no control characters");
        }
    }

    private static void checkCode(CommandContext context, String code) {
        if (!code.matches(CODE)) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "a distributor's code is 4 letters or digits, as in its agreement");
        }
        if (context.unit().organisations().codeTaken(code)) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST, "another distributor has this code; take the one of the agreement");
        }
    }

    private static DistributorId newId(CommandContext context) {
        byte[] octets = new byte[8];
        context.environment().random().nextBytes(octets);
        return new DistributorId(HexFormat.of().formatHex(octets));
    }
}
