package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.conformance.material.Material;
import io.lintel.conformance.material.MaterialFile;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MaterialFileTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void readsWhatItWrote(Suite suite) {
        try (TrialSite site = OwnReader.site(suite)) {
            String text = MaterialFile.write(site.material());
            Material read = MaterialFile.read(text, OwnReader::suite);
            assertEquals(text, MaterialFile.write(read));
        }
    }

    @Test
    void refusesWhatIsMissingOrDamaged() {
        try (TrialSite site = OwnReader.site(Suite.X25519)) {
            String text = MaterialFile.write(site.material());
            for (String broken : new String[] {
                "", "suite = 3", text.replace("list = ", "lost = "), text.replace("root = ", "root = 00"), "no line"
            }) {
                assertThrows(IllegalArgumentException.class, () -> MaterialFile.read(broken, OwnReader::suite));
            }
        }
    }
}
