// The handshake state of Noise (rev. 34), written out as in spec/protocol.md 2.3.

import { ascii, u8 } from './octets.js';
import { hmac, open, seal, sha256 } from './primitives.js';

export class Noise {
  /** @param {string} name pattern and suite, at most 32 octets, so that it is filled up and never hashed */
  constructor(name) {
    this.ck = Buffer.alloc(32);
    ascii(name).copy(this.ck);
    this.h = this.ck;
    this.k = null;
  }

  mixHash(x) {
    this.h = sha256(this.h, x);
  }

  mixKey(x) {
    const t = hmac(this.ck, x);
    this.ck = hmac(t, u8(1));
    this.k = hmac(t, this.ck, u8(2));
  }

  mixKeyAndHash(x) {
    const t = hmac(this.ck, x);
    this.ck = hmac(t, u8(1));
    const m = hmac(t, this.ck, u8(2));
    this.k = hmac(t, m, u8(3));
    this.mixHash(m);
  }

  // Between two uses of k there is always a mixKey: the counter is 0.

  seal(text) {
    const sealed = seal(this.k, 0, this.h, text);
    this.mixHash(sealed);
    return sealed;
  }

  open(sealed) {
    const text = open(this.k, 0, this.h, sealed);
    this.mixHash(sealed);
    return text;
  }
}
