package io.lintel.sdk.command.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;

/** What an opened activation request asks for; the phone has proven the holder key. */
public record RedemptionRequest(Bytes codeHash, Bytes requestId, Bytes holderKey, Suite suite) {}
