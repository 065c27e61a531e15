// The serials of a revocation list (spec/revocation.md 1).

import { wellFormed } from './failure.js';

const MAX_PARAMETER = 24;
const MAX_SERIAL = 2 ** 32 - 1;

class Bits {
  constructor(octets, at) {
    this.octets = octets;
    this.at = at * 8;
  }

  bit() {
    wellFormed(this.at < this.octets.length * 8);
    const bit = (this.octets[this.at >> 3] >> (7 - (this.at & 7))) & 1;
    this.at++;
    return bit;
  }

  number(size) {
    let number = 0;
    for (let i = 0; i < size; i++) number = number * 2 + this.bit();
    return number;
  }

  /** One value under a parameter (1.1). */
  value(parameter) {
    let high = 0;
    while (high < 32 && this.bit() === 0) high++;
    if (high < 32) return high * 2 ** parameter + this.number(parameter);
    const value = this.number(32);
    wellFormed(Math.floor(value / 2 ** parameter) >= 32);
    return value;
  }

  /** Nothing is left but zeros up to a whole octet. */
  end() {
    wellFormed(this.octets.length * 8 - this.at < 8);
    while (this.at < this.octets.length * 8) wellFormed(this.bit() === 0);
  }
}

const countOf = (octets, at) => {
  let count = 0;
  for (let i = 0; i < 5; i++) {
    const octet = octets[at + i];
    wellFormed(octet !== undefined);
    count += (octet & 0x7f) * 2 ** (7 * i);
    if (octet < 0x80) {
      wellFormed((octet !== 0 || i === 0) && count <= MAX_SERIAL);
      return [count, at + i + 1];
    }
  }
  wellFormed(false);
};

/** Yields the runs [first, last] of coded serials, ascending; malformed where the octets are none, at the latest at their end. */
export function* runs(coding, base, octets) {
  wellFormed(coding === 1 || coding === 2);
  wellFormed(octets.length > coding);
  const [gap, length] = octets;
  wellFormed(gap <= MAX_PARAMETER && (coding === 1 || length <= MAX_PARAMETER));
  const [count, at] = countOf(octets, coding);
  const bits = new Bits(octets, at);
  let least = base;
  for (let left = count; left > 0; left--) {
    const first = least + bits.value(gap);
    const last = coding === 1 ? first : first + bits.value(length);
    wellFormed(last <= MAX_SERIAL);
    yield [first, last];
    least = last + coding;
  }
  bits.end();
}

/** Reads all of them for their form alone. */
export const checkSerials = (coding, base, octets) => {
  // eslint-disable-next-line no-unused-vars
  for (const run of runs(coding, base, octets));
};
