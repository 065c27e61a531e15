// Contents that are padded to whole blocks: length, content, zeros up to the next multiple of 256 (spec/protocol.md 12, Response).

import { concat, isZero, u16 } from './octets.js';
import { wellFormed } from './failure.js';

export const BLOCK = 256;

export const block = content => {
  const size = Math.ceil((2 + content.length) / BLOCK) * BLOCK;
  return concat(u16(content.length), content, Buffer.alloc(size - 2 - content.length));
};

export const unblock = padded => {
  const end = 2 + padded.readUInt16BE();
  wellFormed(end <= padded.length && padded.length - end < BLOCK);
  wellFormed(isZero(padded.subarray(end)));
  return padded.subarray(2, end);
};
