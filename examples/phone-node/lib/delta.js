// A list that is told by its difference from another one (spec/revocation.md 2).

import { BYTES, bytesField, readStrict, uintField, VARINT } from './protobuf.js';
import { Failure, wellFormed } from './failure.js';
import { readSerials, union, without, writeSerials } from './serials.js';
import { concat } from './octets.js';
import { sha256 } from './primitives.js';
import { read } from './statements.js';

const LONGEST = 16_384;
const BASE_SERIAL = 8;
const CODING = 10;
const SERIALS = 11;

const FORM = [null, BYTES, BYTES, BYTES, VARINT, BYTES, VARINT, BYTES, BYTES];

const readDelta = octets => {
  wellFormed(octets.length <= LONGEST);
  const fields = readStrict(octets);
  wellFormed(fields.length === 8 && fields.every(({ number, wire }) => wire === FORM[number]));
  const [base, result, list, addedCoding, added, removedCoding, removed, signature] = fields.map(each => each.value);
  wellFormed(base.length === 32 && result.length === 32 && signature.length === 64);
  return {
    base, result, list, signature, added, removed, addedCoding: Number(addedCoding), removedCoding: Number(removedCoding),
  };
};

/** The body with coding and serials at their place: fields stand in ascending order. */
const bodyOf = (list, { coding, octets }) => {
  const fields = readStrict(list);
  const behind = fields.find(({ number }) => number > SERIALS);
  wellFormed(!fields.some(({ number }) => number === CODING || number === SERIALS));
  const at = behind === undefined ? list.length : behind.start;
  return concat(list.subarray(0, at), uintField(CODING, coding), bytesField(SERIALS, octets), list.subarray(at));
};

/**
 * The signed list that a delta gives of the signed list at hand. What comes out is verified as if it had come whole.
 * Fails as malformed, `other-base` or `wrong-result`.
 */
export const applyDelta = (octets, signedList) => {
  const delta = readDelta(octets);
  if (!delta.base.equals(sha256(signedList))) throw new Failure('other-base');
  const before = read('revocation-list', signedList);
  const base = readStrict(delta.list).find(({ number }) => number === BASE_SERIAL)?.value;
  wellFormed(typeof base === 'number');
  const kept = without(readSerials(before.coding, before.baseSerial, before.serials), base > 1 ? [[0, base - 1]] : []);
  const removed = readSerials(delta.removedCoding, base, delta.removed);
  const added = readSerials(delta.addedCoding, base, delta.added);
  const serials = writeSerials(base, union(without(kept, removed), added));
  const result = concat(bodyOf(delta.list, serials), delta.signature);
  if (!delta.result.equals(sha256(result))) throw new Failure('wrong-result');
  return result;
};
