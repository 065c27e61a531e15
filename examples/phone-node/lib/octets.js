// Octet strings: integers are big-endian, quoted text is ASCII without an end mark (spec/protocol.md 2.1).

export const hex = octets => Buffer.from(octets).toString('hex');

export const unhex = text => Buffer.from(text, 'hex');

export const ascii = text => Buffer.from(text, 'ascii');

/** A label, with the zero octet that is part of it (2.4). */
export const label = text => ascii(`${text}\0`);

export const u8 = value => Buffer.of(value);

export const u16 = value => {
  const octets = Buffer.alloc(2);
  octets.writeUInt16BE(value);
  return octets;
};

export const concat = (...parts) => Buffer.concat(parts);

export const isZero = octets => octets.every(octet => octet === 0);
