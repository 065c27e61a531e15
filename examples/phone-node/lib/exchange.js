// What an activation and a check-in have in common: how a manager's response is read, and the busy reply (spec/protocol.md 10, 12, 13).

import { notAuthentic, wellFormed } from './failure.js';
import { BLOCK, unblock } from './blocks.js';

const BUSY = 0x12;
const TAG = 16;

/**
 * Reads a response behind the request's handshake. Whatever is wrong with it, it is not authentic.
 * @param {Noise} noise as the request left it
 * @param {(e: Buffer) => Buffer[]} agree gives the shared secrets of the phone's keys with the manager's ephemeral one, in
 *        the order in which they are mixed
 * @param {(content: Buffer) => object} read
 * @returns what `read` gives, or {busy: seconds}
 */
export const readResponse = (kind, { suite }, noise, agree, read, response) => {
  if (response[0] === BUSY && response.length === 3)
    return { busy: Math.min(60, Math.max(1, response.readUInt16BE(1))) };
  try {
    const end = 1 + suite.keyLength;
    const sealed = response.subarray(end);
    wellFormed(response[0] === kind && (sealed.length - TAG) % BLOCK === 0);
    wellFormed(sealed.length >= BLOCK + TAG && sealed.length <= 255 * BLOCK + TAG);
    const e = response.subarray(1, end);
    noise.mixHash(e);
    for (const secret of agree(e)) noise.mixKey(secret);
    return read(unblock(noise.open(sealed)));
  } catch {
    throw notAuthentic();
  }
};
