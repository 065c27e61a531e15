// The fast message and the ratchet that it comes from (spec/protocol.md 5.1 to 5.3).

import { concat, label, u8 } from './octets.js';
import { expand, seal } from './primitives.js';
import { FAST } from './messages.js';

export const ATTEMPTS = 4;

export const firstSecret = tapSecret => expand(tapSecret, label('lintel/1/resumption'));

export const nextSecret = ratchet => expand(ratchet, label('lintel/1/step'));

const hint = (ratchet, attempt) => expand(ratchet, concat(label('lintel/1/hint'), u8(attempt)), 8);

/** @returns {{message: Buffer, tapSecret: Buffer}} */
export const fastMessage = ({ secret, attempt }, openerHash, intent) => {
  const tapSecret = expand(secret, concat(label('lintel/1/fast'), u8(attempt), openerHash));
  const head = concat(u8(FAST), hint(secret, attempt));
  const tapKey = expand(tapSecret, label('lintel/1/tap'));
  return { message: concat(head, seal(tapKey, 0, head, intent)), tapSecret };
};
