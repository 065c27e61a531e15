package io.lintel.cli.site;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ManagerKeyFile;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerPreview;
import io.lintel.sdk.organisation.FieldError;
import io.lintel.sdk.site.SiteCreated;
import java.util.Map;

/** Tells of sites that are new, or would be. */
final class SiteAnswers {
    private SiteAnswers() {}

    static Answer of(SiteCreated created) {
        Site site = created.site();
        long credit = created.balance().paid() + created.balance().trial();
        return Answer.saying("Site \"" + site.name() + "\" created: id " + site.customer() + ", project "
                        + site.project().value().toHex() + ", suite "
                        + site.suite().noiseName() + ", "
                        + credit + " credits.")
                .fact("site", site.customer().value())
                .fact("name", site.name())
                .fact("project", site.project().value().toHex())
                .fact("suite", Words.of(site.suite()))
                .fact("profile", site.profileName())
                .fact("credit", credit)
                .fact("managerKey", ManagerKeyFile.text(site.suite(), created.managerKey()));
    }

    static Answer of(CustomerPreview preview) {
        Answer answer = Answer.saying(
                preview.errors().isEmpty()
                        ? "Nothing was created. This would be:"
                        : "Nothing was created, and this has to be corrected first:");
        preview.errors().forEach(error -> answer.line("  " + Words.of(error.field()) + ": " + error.message()));
        if (preview.errors().isEmpty()) {
            answer.line("  System: " + Words.of(preview.system().type())
                            + preview.system().id().map(id -> ", id " + id).orElse("")
                            + (preview.system().unsafeForLiveUse() ? ", UNSAFE for live use" : ""))
                    .line("  Login: " + preview.loginEmail().orElse("none"))
                    .line("  Key name: " + preview.keys().keyName())
                    .line("  Credit: " + preview.freeCredits() + " free"
                            + preview.transfer()
                                    .map(credit -> ", " + credit + " transferred")
                                    .orElse("")
                            + "; the distributor has " + preview.availableCredits());
        }
        return answer.fact("preview", true)
                .fact(
                        "errors",
                        preview.errors().stream().map(SiteAnswers::facts).toList())
                .fact("systemType", Words.of(preview.system().type()))
                .fact("unsafeForLiveUse", preview.system().unsafeForLiveUse())
                .fact("login", preview.loginEmail())
                .fact("freeCredits", preview.freeCredits())
                .fact("transfer", preview.transfer())
                .fact("available", preview.availableCredits());
    }

    private static Map<String, Object> facts(FieldError error) {
        return Map.of(
                "field", Words.of(error.field()),
                "problem", Words.of(error.problem()),
                "message", error.message());
    }
}
