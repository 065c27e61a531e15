package io.lintel.sdk;

import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.SourceBudget;
import io.lintel.sdk.command.activation.Redemption;
import io.lintel.sdk.command.checkin.CheckIns;

/** What answers phones, with the limits that all of a manager's callers share. */
record PhoneDesk(Redemption redemption, CheckIns checkIns) {

    static PhoneDesk in(Environment environment) {
        SourceBudget sources = new SourceBudget();
        return new PhoneDesk(new Redemption(environment, sources), new CheckIns(environment, sources));
    }
}
