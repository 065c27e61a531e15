// Protocol Buffers, as far as the protocol uses them: a strict reader for what is signed (spec/protocol.md 11, Body), a
// lenient one for what a manager answers (12, Response), and a writer for requests.

import { concat } from './octets.js';
import { malformed, wellFormed } from './failure.js';

export const VARINT = 0;
export const FIXED64 = 1;
export const BYTES = 2;
export const FIXED32 = 5;

const MAX_NUMBER = 536870911n; // 2^29 - 1

class Input {
  constructor(octets) {
    this.octets = octets;
    this.at = 0;
  }

  get more() {
    return this.at < this.octets.length;
  }

  take(size) {
    wellFormed(size <= this.octets.length - this.at);
    this.at += size;
    return this.octets.subarray(this.at - size, this.at);
  }

  /** A varint of at most 64 bits; a strict one is as short as it can be. */
  varint(strict) {
    let value = 0n;
    for (let i = 0n; i < 10n; i++) {
      const [octet] = this.take(1);
      wellFormed(i < 9n || octet <= 1);
      value |= BigInt(octet & 0x7f) << (7n * i);
      if (octet < 0x80) {
        wellFormed(!strict || octet !== 0 || i === 0n);
        return value;
      }
    }
    throw malformed();
  }

  field(strict) {
    const start = this.at;
    const tag = this.varint(strict);
    const number = tag >> 3n;
    const wire = Number(tag & 7n);
    wellFormed(number >= 1n && number <= MAX_NUMBER);
    return { start, number: Number(number), wire, value: this.value(wire, strict) };
  }

  value(wire, strict) {
    switch (wire) {
      case VARINT:
        return this.varint(strict);
      case FIXED64:
        return this.take(8);
      case BYTES: {
        const size = this.varint(strict);
        wellFormed(size <= BigInt(this.octets.length));
        return this.take(Number(size));
      }
      case FIXED32:
        return this.take(4).readUInt32LE();
      default:
        throw malformed();
    }
  }
}

/** All fields in the one canonical order and form; what they mean, and defaults, are the caller's. */
export const readStrict = octets => {
  const input = new Input(octets);
  const fields = [];
  let last = 0;
  while (input.more) {
    const field = input.field(true);
    wellFormed(field.number > last);
    last = field.number;
    fields.push(field);
  }
  return fields;
};

/** Fields by their numbers, each a list of values in their order, of whatever wire type they came with. */
export const readLenient = octets => {
  const input = new Input(octets);
  const fields = new Map();
  while (input.more) {
    const { number, wire, value } = input.field(false);
    if (!fields.has(number)) fields.set(number, []);
    fields.get(number).push({ wire, value });
  }
  return {
    /** All values of a field of this wire type; another type under a known number is malformed. */
    all(number, wire) {
      const values = fields.get(number) ?? [];
      wellFormed(values.every(each => each.wire === wire));
      return values.map(each => each.value);
    },
    /** The last value, as protobuf has it, or nothing. */
    one(number, wire) {
      return this.all(number, wire).at(-1);
    },
    bytes(number) {
      return this.one(number, BYTES) ?? Buffer.alloc(0);
    },
    uint(number) {
      return Number(this.one(number, VARINT) ?? 0n);
    },
    has: number => fields.has(number),
  };
};

/** The numbers of a packed field. */
export const packed = octets => {
  const input = new Input(octets);
  const numbers = [];
  while (input.more) numbers.push(Number(input.varint(true)));
  return numbers;
};

/** Octets within their bounds. */
export const bounded = (octets, least, most) => {
  wellFormed(octets.length >= least && octets.length <= most);
  return octets;
};

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Text of at most so many octets, and of a form. */
export const text = (octets, most, form) => {
  const decoded = UTF8.decode(bounded(octets, 0, most));
  wellFormed(form.test(decoded));
  return decoded;
};

export const varint = value => {
  const octets = [];
  for (let left = value; octets.push(left % 128) && left >= 128; left = Math.floor(left / 128)) octets[octets.length - 1] |= 0x80;
  return Buffer.from(octets);
};

const tag = (number, wire) => varint(number * 8 + wire);

// Writers leave a default out, as the canonical form wants it.

export const uintField = (number, value) =>
  value === 0 ? Buffer.alloc(0) : concat(tag(number, VARINT), varint(value));

export const fixed32Field = (number, value) => {
  if (value === 0) return Buffer.alloc(0);
  const octets = Buffer.alloc(4);
  octets.writeUInt32LE(value);
  return concat(tag(number, FIXED32), octets);
};

export const bytesField = (number, octets) =>
  octets.length === 0 ? octets : concat(tag(number, BYTES), varint(octets.length), octets);
