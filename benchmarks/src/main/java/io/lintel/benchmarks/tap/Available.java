package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.ProviderChoice;
import io.lintel.crypto.ProviderPreferences;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

/** Which providers serve anything on this machine: native code loads on some platforms only. */
final class Available {
    private Available() {}

    /**
     * Says what each provider will do, and returns the settings without those that would do nothing: their rows would name a
     * provider and show others.
     */
    static Settings of(Settings settings, Output output) {
        return settings.with(settings.providers().stream()
                .filter(provider -> serves(provider, output))
                .toList());
    }

    private static boolean serves(CryptoProvider wanted, Output output) {
        List<ProviderChoice> choices = Primitives.select(ProviderPreferences.preferring(wanted), new SecureRandom())
                .choices();
        if (choices.stream().noneMatch(choice -> choice.provider() == wanted)) {
            output.say(
                    "%s does not load here, so nothing is measured with it: %s%n",
                    wanted.label(), why(wanted, choices));
            output.fact("{\"figure\":\"absent\",\"provider\":\"%s\"}%n", wanted.label());
            return false;
        }
        output.say(
                "%s: %s%n",
                wanted.label(),
                choices.stream()
                        .map(choice -> choice.primitive() + " by " + choice.version())
                        .collect(Collectors.joining(", ")));
        return true;
    }

    private static String why(CryptoProvider wanted, List<ProviderChoice> choices) {
        return choices.stream()
                .flatMap(choice -> choice.skipped().stream())
                .filter(skipped -> skipped.provider() == wanted)
                .map(ProviderChoice.Skipped::reason)
                .findFirst()
                .orElse("it has none of the primitives");
    }
}
