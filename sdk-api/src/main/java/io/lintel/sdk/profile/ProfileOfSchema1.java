package io.lintel.sdk.profile;

import static io.lintel.sdk.profile.Rules.present;
import static io.lintel.sdk.profile.Rules.within;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.profile.ActivationRules.ActiveAfter;
import io.lintel.sdk.profile.ActivationRules.ConsumeOn;
import io.lintel.sdk.profile.ActivationRules.Form;
import java.time.Duration;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The first shape of a profile, which sites of the first edition keep. It is read as strictly as it was then, and what it
 * does not say becomes what the manager did in those days, so that such a site behaves as before.
 */
record ProfileOfSchema1(
        int schema,
        String name,
        int version,
        Person person,
        Id id,
        Activation activation,
        Credential credential,
        Credit credit,
        ReaderRules readers,
        KeyRules keys) {

    static final int SCHEMA = 1;

    record Person(Set<PersonRules.Field> requiredFields) {}

    record Id(IdRules.Strategy strategy, boolean editable, boolean allowDuplicates) {}

    record Activation(ActivationRules.Scope scope, int maxUses, Period validity, ConsumeOn consumeOn) {}

    record Credential(@Nullable Duration lease) {}

    record Credit(
            int cost,
            int trialGrant,
            ConsumptionOrder order,
            CreditRules.ChargeAt chargeAt,
            boolean distributorSeesIssues) {}

    ProfileOfSchema1 {
        within(schema, SCHEMA, SCHEMA, "schema");
        present(person, "person");
        present(id, "id");
        present(activation, "activation");
        present(credential, "credential");
        present(credit, "credit");
    }

    Profile upgraded() {
        return new Profile(
                Profile.SCHEMA,
                name,
                version,
                new EnrolmentRules(Set.of(EnrolmentRules.Mode.ADMIN)),
                new SystemRules(null, null, null, SystemRules.SecretDisplay.NOTHING, List.of()),
                new LoginRules(null),
                new PersonRules(person.requiredFields(), null),
                new IdRules(
                        id.strategy(),
                        IdRules.AssignAt.ISSUE,
                        id.editable(),
                        id.allowDuplicates() ? IdRules.Duplicates.ALWAYS : IdRules.Duplicates.NEVER,
                        null,
                        IdRules.HIGHEST),
                new ActivationRules(
                        activation.scope(),
                        activation.maxUses(),
                        activation.validity(),
                        activation.consumeOn(),
                        Set.of(Form.QR, Form.CODE),
                        ActiveAfter.REDEEM),
                new CredentialRules(credential.lease(), Set.of(Technology.values())),
                upgradedCredit(),
                new RevokeRules(RevokeRules.Mode.CONFIRMED, Set.of(RevokeRules.RevokingActor.ADMIN), false, null, null),
                new DeleteRules(DeleteRules.Requires.NOT_OFFERED, DeleteRules.History.KEEP),
                new RestoreRules(Set.of()),
                readers,
                new DoorRules(null, Set.of(), Set.of(), true),
                keys,
                new CheckInRules(Duration.ofHours(12)),
                new NotificationRules(
                        NotificationRules.Payload.NOTHING, NotificationRules.Payload.NOTHING, Language.EN),
                new RemoteUnlockRules(null),
                new StatisticsRules(false, false, 5),
                plainLabels());
    }

    private CreditRules upgradedCredit() {
        return new CreditRules(
                credit.cost(),
                credit.trialGrant(),
                credit.order(),
                credit.chargeAt(),
                CreditRules.ReturnOn.NEVER,
                CreditRules.ForfeitOn.NEVER,
                false,
                credit.distributorSeesIssues());
    }

    private static LabelRules plainLabels() {
        Map<CredentialState, String> states = new EnumMap<>(CredentialState.class);
        for (CredentialState state : CredentialState.values()) {
            String words = state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
            states.put(state, words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
        }
        return new LabelRules("Credential", states, Map.of());
    }
}
