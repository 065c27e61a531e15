// Statements: their octets, their fields, their bounds (spec/protocol.md 11). A phone meets five of the eight kinds.

import { BYTES, FIXED32, packed, readStrict, VARINT } from './protobuf.js';
import { checkSerials } from './serials.js';
import { ascii, concat, u8 } from './octets.js';
import { sha256 } from './primitives.js';
import { wellFormed } from './failure.js';

const SIGNATURE = 64;
const U16 = 65535;
const U31 = 2 ** 31 - 1;
const U32 = 2 ** 32 - 1;

const number = (wire, name, least, most, optional = false) => ({
  wire,
  name,
  optional,
  read: value => {
    wellFormed(value >= BigInt(least) && value <= BigInt(most));
    return Number(value);
  },
});
const uint = (...rest) => number(VARINT, ...rest);
const fixed32 = (name, least = 1, optional = false) => number(FIXED32, name, least, U32, optional);
const octets = (name, least, most = least, optional = false) => ({
  wire: BYTES,
  name,
  optional,
  read: value => {
    wellFormed(value.length >= least && value.length <= most);
    return value;
  },
});

const ascending = values => values.every((value, i) => i === 0 || values[i - 1] < value);

const PROJECT = octets('project', 8);
const ISSUING_EPOCH = uint('issuingEpoch', 1, U16);
const TECHNOLOGY = uint('technology', 1, 2, true);
const key = name => octets(name, 32, 33);
const GROUPS = {
  wire: BYTES,
  name: 'groups',
  read: value => {
    const groups = packed(value);
    wellFormed(groups.length >= 1 && groups.length <= 8 && ascending(groups));
    wellFormed(groups.every(group => group >= 1 && group <= 16383));
    return groups;
  },
};
const ACCESS_NUMBER = { // 63 bits: no number of JavaScript
  wire: VARINT,
  name: 'accessNumber',
  optional: true,
  read: value => {
    wellFormed(value < 2n ** 63n);
    return value;
  },
};
const READER_KEYS = {
  wire: BYTES,
  name: 'revokedReaderKeys',
  optional: true,
  read: value => {
    wellFormed(value.length % 32 === 0 && value.length <= 256 * 32);
    const keys = Array.from({ length: value.length / 32 }, (_, i) => value.subarray(32 * i, 32 * i + 32));
    wellFormed(ascending(keys.map(each => each.toString('hex'))));
    return keys;
  },
};

/** For each kind: the most octets signed, the purpose of the key that signs it, its fields by number, and what ties them. */
const KINDS = {
  root: {
    most: 256,
    fields: { 1: uint('suite', 1, 2), 2: key('rootKey'), 3: fixed32('created') },
    check: () => {},
  },
  'issuing-key': {
    most: 256,
    fields: {
      1: PROJECT, 2: uint('purpose', 1, 4), 3: uint('epoch', 1, U16), 4: key('key'),
      5: fixed32('issued'), 6: fixed32('expires'),
    },
    check: ({ issued, expires }) => wellFormed(expires > issued),
  },
  'reader-certificate': {
    most: 192,
    purpose: 2,
    fields: {
      1: PROJECT, 2: ISSUING_EPOCH, 3: uint('readerNumber', 1, U31), 4: key('dhKey'), 5: key('signingKey'),
      6: GROUPS, 7: TECHNOLOGY, 8: fixed32('issued'), 9: fixed32('expires'),
    },
    check: ({ issued, expires }) => wellFormed(expires > issued),
  },
  credential: {
    most: 160,
    purpose: 1,
    fields: {
      1: PROJECT, 2: ISSUING_EPOCH, 3: fixed32('serial'), 4: ACCESS_NUMBER, 5: key('holderKey'), 6: fixed32('issued'),
      7: fixed32('validFrom', 1, true), 8: fixed32('validUntil', 1, true), 9: fixed32('leaseEnd'),
      10: GROUPS, 11: TECHNOLOGY, 12: uint('flags', 1, 3, true),
    },
    check: ({ issued, validFrom, validUntil, leaseEnd }) => {
      wellFormed(validFrom !== issued && leaseEnd >= issued);
      wellFormed(validUntil === undefined || validUntil >= (validFrom ?? issued));
    },
  },
  'revocation-list': {
    most: 278528,
    purpose: 3,
    fields: {
      1: PROJECT, 2: ISSUING_EPOCH, 3: fixed32('listEpoch'), 4: uint('minimumKeyEpoch', 1, U16),
      5: uint('minimumIssuingEpoch', 1, U16), 6: fixed32('issued'), 7: fixed32('expires'), 8: fixed32('baseSerial'),
      9: READER_KEYS, 10: uint('coding', 1, 2), 11: octets('serials', 2, 262144), 12: uint('group', 1, 16383, true),
    },
    check: ({ issued, expires, coding, baseSerial, serials }) => {
      wellFormed(expires > issued);
      checkSerials(coding, baseSerial, serials);
    },
  },
};

const isDefault = value => value === 0n || value === 0 || value.length === 0;

/** The fields of a body: each as it should be, none missing, none unknown below 16. */
const fieldsOf = (body, known) => {
  const fields = {};
  for (const { number, wire, value } of readStrict(body)) {
    if (number >= 16) continue; // additions of a later version, which the signature covers
    const field = known[number];
    wellFormed(field !== undefined && field.wire === wire && !isDefault(value));
    fields[field.name] = field.read(value);
  }
  wellFormed(Object.values(known).every(({ name, optional }) => optional || name in fields));
  return fields;
};

/** Splits and reads signed octets as a statement of a kind, which the caller knows and the octets do not say. */
export const read = (kind, signed) => {
  const { most, fields, check } = KINDS[kind];
  wellFormed(signed.length > SIGNATURE && signed.length <= most);
  const body = signed.subarray(0, -SIGNATURE);
  const values = fieldsOf(body, fields);
  check(values);
  return { kind, signed, body, signature: signed.subarray(-SIGNATURE), ...values };
};

export const purposeOf = kind => KINDS[kind].purpose;

/** Whether a key of the suite signed it as what it was read as. */
export const isSignedBy = (suite, signer, { kind, body, signature }) =>
  suite.verify(signer, concat(ascii(`lintel/1/${kind}\0`), body), signature);

export const reference = signedCredential => sha256(signedCredential).subarray(0, 20);

/** SHA-256 of a reader's static key; its first four octets are the reader tag. */
export const readerFingerprint = dhKey => sha256(dhKey);

export const projectIdOf = ({ suite, rootKey }) =>
  sha256(ascii('lintel/1/project\0'), u8(suite), rootKey).subarray(0, 8);
