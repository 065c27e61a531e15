// Kinds, lengths and padding of the tap's messages (spec/protocol.md 3).

import { concat, isZero, u8 } from './octets.js';
import { wellFormed } from './failure.js';

export const OPENER = 0x01;
export const WHO = 0x02;
export const CERTIFICATE = 0x03;
export const COLD = 0x04;
export const FAST = 0x05;
export const USE_COLD = 0x06;
export const SEND_CREDENTIAL = 0x07;
export const CREDENTIAL = 0x08;
export const ANSWER = 0x09;
export const REFUSED = 0x0a;
export const TRAFFIC = 0x0b;

export const LONGEST = 512;

/** Octets of what a reader sends and a phone takes, from least to most; the opener's length is its suite's (4.1). */
const LENGTHS = {
  [CERTIFICATE]: [210, 210],
  [USE_COLD]: [1, 1],
  [SEND_CREDENTIAL]: [17, 17],
  [ANSWER]: [21, 21],
  [REFUSED]: [1, 1],
  [TRAFFIC]: [18, 273],
};

/** The kind of a message; malformed if it has none, or is too long to be looked at. */
export const kindOf = message => {
  wellFormed(message.length >= 1 && message.length <= LONGEST);
  wellFormed(message[0] >= OPENER && message[0] <= TRAFFIC);
  return message[0];
};

export const checkLength = message => {
  const [least, most] = LENGTHS[message[0]];
  wellFormed(message.length >= least && message.length <= most);
};

export const pad = (content, size) => concat(u8(content.length), content, Buffer.alloc(size - content.length));

export const unpad = padded => {
  const length = padded[0];
  wellFormed(length >= 1 && length < padded.length && isZero(padded.subarray(1 + length)));
  return padded.subarray(1, 1 + length);
};
