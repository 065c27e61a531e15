package io.lintel.crypto;

import io.lintel.crypto.ProviderChoice.Skipped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The choice for one primitive, made at first use and then kept: a process that needs one suite starts only that. */
final class Selection<T> {
    private final Candidates<? extends T> candidates;
    private final ProviderPreferences preferences;
    private @Nullable Chosen<T> chosen;

    private record Chosen<T>(T implementation, CryptoProvider provider, String reason, List<Skipped> skipped) {}

    Selection(Candidates<? extends T> candidates, ProviderPreferences preferences) {
        this.candidates = candidates;
        this.preferences = preferences;
    }

    T implementation() {
        return chosen().implementation();
    }

    ProviderChoice choice() {
        Chosen<T> made = chosen();
        String version = JcaLookup.describe(made.provider());
        return new ProviderChoice(candidates.primitive(), made.provider(), version, made.reason(), made.skipped());
    }

    private synchronized Chosen<T> chosen() {
        if (chosen == null) {
            chosen = choose();
        }
        return chosen;
    }

    private Chosen<T> choose() {
        CryptoProvider forced = preferences.forced().get(candidates.primitive());
        if (forced != null) {
            String property = ProviderPreferences.property(candidates.primitive());
            return new Chosen<>(asked(forced, property), forced, property + " asks for it", List.of());
        }
        List<Skipped> skipped = new ArrayList<>();
        Optional<CryptoProvider> general = preferences.general();
        if (general.isPresent() && !JcaLookup.isPresent(general.get())) {
            throw new UnusableProviderException(general.get(), JcaLookup.ABSENT).causedBy(ProviderPreferences.PROPERTY);
        }
        for (CryptoProvider provider : inOrder(general)) {
            try {
                T implementation = candidates.by(provider);
                String reason = general.filter(provider::equals).isPresent()
                        ? ProviderPreferences.PROPERTY + " asks for it"
                        : "first of " + Ranking.labels(candidates.primitive()) + " that can be used";
                return new Chosen<>(implementation, provider, reason, skipped);
            } catch (UnusableProviderException unusable) {
                skipped.add(new Skipped(provider, unusable.reason()));
            }
        }
        throw new IllegalStateException(
                "no provider serves " + candidates.primitive().label() + ": " + skipped);
    }

    private List<CryptoProvider> inOrder(Optional<CryptoProvider> general) {
        List<CryptoProvider> order = new ArrayList<>(Ranking.of(candidates.primitive()));
        general.ifPresent(provider -> {
            order.remove(provider);
            order.add(0, provider);
        });
        return order;
    }

    private T asked(CryptoProvider provider, String property) {
        try {
            return candidates.by(provider);
        } catch (UnusableProviderException unusable) {
            throw unusable.causedBy(property);
        }
    }
}
