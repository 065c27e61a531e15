package io.lintel.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.fuzzing.Parser;
import io.lintel.sdk.model.ManagerException;
import java.nio.charset.StandardCharsets;

/** Profiles that a vendor writes. */
class ProfileFuzzTest {
    private static final Parser<String, Profile> PROFILE = Parser.of(Profiles::parse, ManagerException.Refused.class);

    @FuzzTest
    void whatIsReadSaysTheSameWhenWritten(byte[] data) {
        PROFILE.read(new String(data, StandardCharsets.UTF_8), data.length)
                .ifPresent(profile -> assertEquals(profile, Profiles.parse(Profiles.print(profile))));
    }
}
