// The cold message: a handshake with the phone's static key and its credential (spec/protocol.md 4.3, 4.4).

import { concat, label, u8 } from './octets.js';
import { expand, hmac } from './primitives.js';
import { reference } from './statements.js';
import { COLD, pad } from './messages.js';

const FORM_REFERENCE = 1;
const FORM_WHOLE = 2;
const CREDENTIAL_ROOM = 160;

export const padCredential = credential => pad(credential, CREDENTIAL_ROOM);

const payloadOf = (intent, credential, byReference) =>
  byReference
    ? concat(u8(FORM_REFERENCE), intent, reference(credential))
    : concat(u8(FORM_WHOLE), intent, padCredential(credential));

/**
 * Goes on from a read opener, whose handshake it uses up.
 * @param {{noise, er, rs, opener, keys}} from the opener, read with the reader's static key rs
 * @param {{suite, holder: Buffer, credential: Buffer, intent: Buffer, byReference: boolean, ephemeral: Buffer}} what
 *        `ephemeral` is a private key, fresh for every cold message
 * @returns {{message: Buffer, tapSecret: Buffer}}
 */
export const coldMessage = ({ noise, er, rs, opener, keys }, { suite, holder, credential, intent, byReference, ephemeral }) => {
  const ep = suite.publicKey(ephemeral);
  noise.mixHash(ep);
  noise.mixKey(ep);
  noise.mixKey(suite.dh(ephemeral, er)); // ee
  noise.mixKey(suite.dh(ephemeral, rs)); // se
  const sealedStatic = noise.seal(suite.publicKey(holder));
  noise.mixKey(suite.dh(holder, er)); // es
  const sealedPayload = noise.seal(payloadOf(intent, credential, byReference));
  const gate = hmac(keys.gate, opener, ep).subarray(0, 8);
  return {
    message: concat(u8(COLD), gate, ep, sealedStatic, sealedPayload),
    tapSecret: expand(noise.ck, concat(label('lintel/1/cold'), noise.h)),
  };
};
