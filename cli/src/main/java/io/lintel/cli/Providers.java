package io.lintel.cli;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.crypto.ProviderChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says which implementation serves each cryptographic primitive here, and why. */
@Command(
        name = "providers",
        header = "Say which implementation serves each cryptographic primitive here, and why",
        description = {
            "",
            "The choice is made once per process. -Dlintel.crypto.provider=NAME in LINTEL_JAVA_OPTS puts one first,"
                    + " and -Dlintel.crypto.provider.PRIMITIVE=NAME forces it for one primitive; NAME is bc, jdk,"
                    + " conscrypt or accp."
        },
        footer = {"", "Example:", "  LINTEL_JAVA_OPTS=-Dlintel.crypto.provider.x25519=jdk lintel providers"})
final class Providers implements Callable<Integer> {
    private final Shell shell;

    Providers(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Table table = new Table("PRIMITIVE", "PROVIDER", "VERSION", "WHY");
        List<Map<String, Object>> facts = new ArrayList<>();
        for (ProviderChoice choice : shell.primitives().choices()) {
            table.row(choice.primitive().label(), choice.provider().label(), choice.version(), choice.reason());
            Map<String, Object> skipped = new LinkedHashMap<>();
            for (ProviderChoice.Skipped other : choice.skipped()) {
                table.row("", "not " + other.provider().label(), "", other.reason());
                skipped.put(other.provider().label(), other.reason());
            }
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("primitive", choice.primitive().label());
            fact.put("provider", choice.provider().label());
            fact.put("version", choice.version());
            fact.put("reason", choice.reason());
            fact.put("skipped", skipped);
            facts.add(fact);
        }
        shell.print(table.into(Answer.empty()).fact("providers", facts));
        return ExitCode.OK.number();
    }
}
