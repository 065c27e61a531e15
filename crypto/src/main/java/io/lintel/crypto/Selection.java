package io.lintel.crypto;

import io.lintel.crypto.ProviderChoice.Skipped;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The choice for one primitive, made at first use and then kept: a process that needs one suite starts only that. */
final class Selection<T> {
    private final Primitive primitive;
    private final ProviderPreferences preferences;
    private final Candidates.Maker<T> maker;
    private final Consumer<? super T> knownAnswers;
    private @Nullable Chosen<T> chosen;

    private record Chosen<T>(T implementation, ProviderChoice choice) {}

    Selection(
            Primitive primitive,
            ProviderPreferences preferences,
            Candidates.Maker<T> maker,
            Consumer<? super T> knownAnswers) {
        this.primitive = primitive;
        this.preferences = preferences;
        this.maker = maker;
        this.knownAnswers = knownAnswers;
    }

    T implementation() {
        return chosen().implementation();
    }

    ProviderChoice choice() {
        return chosen().choice();
    }

    private synchronized Chosen<T> chosen() {
        if (chosen == null) {
            chosen = choose();
        }
        return chosen;
    }

    private Chosen<T> choose() {
        CryptoProvider forced = preferences.forced().get(primitive);
        if (forced != null) {
            String property = ProviderPreferences.property(primitive);
            return chosen(forced, asked(forced, property), property + " asks for it", List.of());
        }
        List<Skipped> skipped = new ArrayList<>();
        Optional<CryptoProvider> general = preferences.general();
        if (general.isPresent() && !JcaLookup.isPresent(general.get())) {
            throw new UnusableProviderException(general.get(), JcaLookup.ABSENT).causedBy(ProviderPreferences.PROPERTY);
        }
        for (CryptoProvider provider : inOrder(general)) {
            try {
                T implementation = proven(provider);
                String reason = general.filter(provider::equals).isPresent()
                        ? ProviderPreferences.PROPERTY + " asks for it"
                        : "first of " + Ranking.labels(primitive) + " that can be used";
                return chosen(provider, implementation, reason, skipped);
            } catch (UnusableProviderException unusable) {
                skipped.add(new Skipped(provider, unusable.reason()));
            }
        }
        throw new IllegalStateException("no provider serves " + primitive.label() + ": " + skipped);
    }

    private List<CryptoProvider> inOrder(Optional<CryptoProvider> general) {
        List<CryptoProvider> order = new ArrayList<>(Ranking.of(primitive));
        general.ifPresent(provider -> {
            order.remove(provider);
            order.add(0, provider);
        });
        return order;
    }

    private T asked(CryptoProvider provider, String property) {
        try {
            return proven(provider);
        } catch (UnusableProviderException unusable) {
            throw unusable.causedBy("the system property " + property);
        }
    }

    private T proven(CryptoProvider provider) {
        T implementation;
        try {
            implementation = maker.make(provider);
        } catch (GeneralSecurityException lacking) {
            throw new UnusableProviderException(provider, "it lacks " + primitive.label());
        }
        try {
            knownAnswers.accept(implementation);
        } catch (RuntimeException wrong) {
            throw new UnusableProviderException(provider, "it fails the known answers of " + primitive.label());
        }
        return implementation;
    }

    private Chosen<T> chosen(CryptoProvider provider, T implementation, String reason, List<Skipped> skipped) {
        String version = JcaLookup.describe(provider);
        return new Chosen<>(implementation, new ProviderChoice(primitive, provider, version, reason, skipped));
    }
}
