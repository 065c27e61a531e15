// Messages in a stream (spec/protocol.md 10, TCP framing): two octets of length, then the message.

import { concat, u16 } from './octets.js';
import { wellFormed } from './failure.js';

export const frame = message => concat(u16(message.length), message);

/** Cuts a stream into messages, wherever the network cut it. Holds one message of at most `longest` octets and no more. */
export class Deframer {
  #longest;
  #held = Buffer.alloc(0);

  constructor(longest) {
    this.#longest = longest;
  }

  /** The messages that these octets complete; malformed at a length of 0 or above the bound, whatever lies behind it. */
  *messages(octets) {
    this.#held = concat(this.#held, octets);
    while (this.#held.length >= 2) {
      const length = this.#held.readUInt16BE();
      wellFormed(length >= 1 && length <= this.#longest);
      if (this.#held.length < 2 + length) return;
      yield this.#held.subarray(2, 2 + length);
      this.#held = this.#held.subarray(2 + length);
    }
  }
}
