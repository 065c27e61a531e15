package io.lintel.cli.site;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.TextFile;
import io.lintel.connectors.AppLinks;
import io.lintel.connectors.QrImage;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.sdk.notification.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What people of a site with self-service are given ({@code SSR-06}): where the app is, what activates it, and the way from there
 * to the host system. Handing it out is up to the site ({@code SSR-07}).
 *
 * @param site the site's name
 * @param activation what the project's QR code says
 * @param apps where the app is
 * @param language of the instructions
 */
record Handout(String site, ActivationLink activation, AppLinks apps, Language language) {

    /** Writes three pictures and a text into a directory, which is made if it is not there. */
    void writeInto(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.file", "Cannot make the directory " + directory + ". Check that you may write there.");
        }
        TextFile.write(
                directory.resolve("activation.png"),
                QrImage.png(activation.text()).toByteArray());
        TextFile.write(directory.resolve("app-android.png"), apps.androidQr().toByteArray());
        TextFile.write(directory.resolve("app-ios.png"), apps.iosQr().toByteArray());
        TextFile.write(directory.resolve("instructions.txt"), instructions());
    }

    /** The whole way: app, activation, registration with the host system, which nothing else reminds of ({@code SSR-10}). */
    String instructions() {
        return switch (language) {
            case EN -> """
                Your phone as a key at %s

                1. Get the app: scan app-android.png or app-ios.png, or open
                   Android  %s
                   iOS      %s
                2. Open the app and scan activation.png. The phone needs the internet for this. It gets an access number of its own.
                3. Register that number: show the claim that the app displays where you register. The app does not remind you, and
                   no door opens before you have registered. The claim counts for seven days; scan activation.png again for a new one.

                A new phone gets a new number: repeat all three steps, and report the old phone.
                """.formatted(site, apps.android(), apps.ios());
            case CS -> """
                Váš telefon jako klíč: %s

                1. Nainstalujte si aplikaci: naskenujte app-android.png nebo app-ios.png, nebo otevřete
                   Android  %s
                   iOS      %s
                2. Otevřete aplikaci a naskenujte activation.png. Telefon k tomu potřebuje internet. Dostane vlastní přístupové číslo.
                3. Zaregistrujte toto číslo: při registraci ukažte potvrzení, které aplikace zobrazí. Aplikace vám to nepřipomene a
                   před registrací se žádné dveře neotevřou. Potvrzení platí sedm dní; nové získáte, když activation.png naskenujete znovu.

                Nový telefon dostane nové číslo: zopakujte všechny tři kroky a starý telefon nahlaste.
                """.formatted(site, apps.android(), apps.ios());
        };
    }

    @Override
    public String toString() {
        return "Handout[" + site + "]";
    }
}
