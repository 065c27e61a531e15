// The serials of a revocation list (spec/revocation.md 1).

import { concat, u8 } from './octets.js';
import { varint } from './protobuf.js';
import { wellFormed } from './failure.js';

const MAX_PARAMETER = 24;
const MAX_SERIAL = 2 ** 32 - 1;
const MAX_BITS = 262_144 * 8;

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

/** Bits as a signer writes them, into a string of 0 and 1: lists that a phone handles are short. */
const bitsOf = (value, parameter) => {
  const high = Math.floor(value / 2 ** parameter);
  if (high >= 32) return '0'.repeat(32) + value.toString(2).padStart(32, '0');
  const low = parameter === 0 ? '' : (value % 2 ** parameter).toString(2).padStart(parameter, '0');
  return `${'0'.repeat(high)}1${low}`;
};

const size = (value, parameter) => {
  const high = Math.floor(value / 2 ** parameter);
  return high < 32 ? high + 1 + parameter : 64;
};

/** The parameter from 0 to 24 that takes the fewest bits; of equal ones the lowest. */
const bestParameter = values => {
  const total = parameter => values.reduce((sum, value) => sum + size(value, parameter), 0);
  const totals = Array.from({ length: MAX_PARAMETER + 1 }, (_, parameter) => total(parameter));
  return totals.indexOf(Math.min(...totals));
};

const octetsOf = (parameters, entries) => {
  const bits = entries.map(values => values.map((value, i) => bitsOf(value, parameters[i])).join('')).join('');
  const body = Buffer.from((bits.match(/.{1,8}/g) ?? []).map(octet => parseInt(octet.padEnd(8, '0'), 2)));
  return concat(...parameters.map(u8), varint(entries.length), body);
};

const coded = (coding, entries) => ({
  coding,
  octets: octetsOf(Array.from({ length: coding }, (_, i) => bestParameter(entries.map(values => values[i]))), entries),
});

/** Writes runs, ascending and joined where they touch, as a signer does (1.2): the shorter coding, of equal ones the first. */
export const writeSerials = (base, set) => {
  const two = coded(2, runEntries(base, set));
  const count = set.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  if (count > MAX_BITS) return two; // one bit at least for each serial: gaps have no room
  const one = coded(1, gapEntries(base, set));
  return two.octets.length < one.octets.length ? two : one;
};

const runEntries = (base, set) => {
  let least = base;
  return set.map(([first, last]) => {
    const entry = [first - least, last - first];
    least = last + 2;
    return entry;
  });
};

const gapEntries = (base, set) => {
  const entries = [];
  let least = base;
  for (const [first, last] of set)
    for (let serial = first; serial <= last; serial++, least = serial) entries.push([serial - least]);
  return entries;
};

/** Coded serials as a set: runs, ascending, joined where they touch. */
export const readSerials = (coding, base, octets) => join([...runs(coding, base, octets)]);

const join = ascending => {
  const set = [];
  for (const [first, last] of ascending) {
    const before = set.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else set.push([first, last]);
  }
  return set;
};

export const union = (a, b) => join([...a, ...b].sort(([first], [second]) => first - second));

export const without = (a, b) =>
  b.reduce(
    (left, [first, last]) =>
      left.flatMap(run => {
        const parts = [
          [run[0], Math.min(run[1], first - 1)],
          [Math.max(run[0], last + 1), run[1]],
        ];
        return run[1] < first || run[0] > last ? [run] : parts.filter(([from, to]) => from <= to);
      }),
    a,
  );
