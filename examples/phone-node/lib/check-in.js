// Check-in: how a credential's lease is renewed, and how a phone learns what is new at its site (spec/protocol.md 13).

import { concat, label, u8 } from './octets.js';
import { wellFormed } from './failure.js';
import { sha256 } from './primitives.js';
import { block, BLOCK } from './blocks.js';
import { bounded, BYTES, bytesField, fixed32Field, readLenient, text, uintField } from './protobuf.js';
import { readResponse as read } from './exchange.js';
import { Noise } from './noise.js';

const REQUEST = 0x13;
const RESPONSE = 0x14;
const BLOCKS_WITH_RECEIPTS = 8;
const U31 = 2 ** 31 - 1;

const HOLDINGS = ['held', 'deleted-as-told', 'deleted-by-person'];
const INSTRUCTIONS = ['keep', 'delete', 'forget'];
const REFUSALS = ['rate-limited', 'unknown-credential'];

/** Names the issuing keys on the phone. */
export const digestOf = issuingKeys => {
  const ascending = [...new Set(issuingKeys.map(each => each.toString('hex')))].sort();
  return sha256(...ascending.map(each => Buffer.from(each, 'hex'))).subarray(0, 8);
};

const EMPTY = Buffer.alloc(0);
const TOTALS = ['activations', 'restarts', 'daysUsed', 'failedConnections', 'successfulConnections', 'triggers'];
const NAMES = ['phoneModel', 'osVersion', 'appVersion'];

const reportOf = report =>
  concat(
    ...TOTALS.map((name, i) => uintField(1 + i, report[name])),
    ...NAMES.map((name, i) => bytesField(7 + i, Buffer.from(report[name], 'ascii'))),
  );

const contentOf = says =>
  concat(
    bytesField(1, says.requestId),
    uintField(2, says.number),
    bytesField(3, says.project),
    fixed32Field(4, says.serial),
    uintField(5, 1 + HOLDINGS.indexOf(says.holding)),
    bytesField(6, says.credential ?? EMPTY),
    uintField(7, says.keyEpoch),
    fixed32Field(8, says.listEpoch),
    bytesField(9, says.issuingKeys ?? EMPTY),
    uintField(10, says.readersRevision),
    bytesField(11, says.report ? reportOf(says.report) : EMPTY),
    fixed32Field(12, says.headEpoch ?? 0),
    ...(says.receipts ?? []).map(each => bytesField(13, each)),
  );

/** One block, or eight with receipts, however many: the length tells nothing else. */
const payloadOf = says => {
  const padded = block(contentOf(says));
  const size = (says.receipts?.length > 0 ? BLOCKS_WITH_RECEIPTS : 1) * BLOCK;
  return concat(padded, Buffer.alloc(size - padded.length));
};

/**
 * The request, and the handshake that reads its response.
 * @param {{suite, managerKey: Buffer}} manager
 * @param {{holder: Buffer, ephemeral: Buffer}} keys private ones; the ephemeral key is fresh for every message
 * @param {object} says the fields of the request, by their names
 */
export const writeRequest = ({ suite, managerKey }, { holder, ephemeral }, says) => {
  const noise = new Noise(`Noise_IK_${suite.name}`);
  const e = suite.publicKey(ephemeral);
  noise.mixHash(concat(label('lintel/1/check-in'), u8(suite.id)));
  noise.mixHash(managerKey);
  noise.mixHash(e);
  noise.mixKey(suite.dh(ephemeral, managerKey)); // es
  const sealedStatic = noise.seal(suite.publicKey(holder));
  noise.mixKey(suite.dh(holder, managerKey)); // ss
  return { request: concat(u8(REQUEST), u8(suite.id), e, sealedStatic, noise.seal(payloadOf(says))), noise };
};

const within = (value, least, most) => {
  wellFormed(value >= least && value <= most);
  return value;
};

const PRINTABLE = /^[\x20-\x7e]*$/;
// eslint-disable-next-line no-control-regex
const NO_CONTROLS = /^[^\u0000-\u001f\u007f-\u009f]+$/;

const readDoor = octets => {
  const door = readLenient(octets);
  wellFormed([0, 6].includes(door.bytes(5).length));
  return {
    readerNumber: within(door.uint(1), 1, U31),
    name: text(door.bytes(2), 64, NO_CONTROLS),
    certificate: bounded(door.bytes(3), 0, 192),
    readerId: text(door.bytes(4), 32, PRINTABLE),
    mac: door.bytes(5),
    signalPercent: within(door.uint(6), 0, 100),
    oneTapPercent: within(door.uint(7), 0, 100),
    modes: within(door.uint(8), 0, 15),
  };
};

const readAnswer = octets => {
  const fields = readLenient(octets);
  const answer = {
    number: within(fields.uint(1), 0, U31),
    instruction: INSTRUCTIONS[within(fields.uint(2), 1, INSTRUCTIONS.length) - 1],
    credential: bounded(fields.bytes(3), 0, 160),
    issuingKeys: bounded(fields.all(4, BYTES), 0, 64).map(each => bounded(each, 1, 256)),
    keyEpoch: within(fields.uint(5), 0, 65535),
    projectKey: fields.bytes(6),
    nextCheckInSeconds: within(fields.uint(7), 60, 2_592_000),
    reportWanted: fields.uint(8) !== 0,
    readersRevision: within(fields.uint(9), 0, U31),
    doors: bounded(fields.all(10, BYTES), 0, 200).map(readDoor),
    list: fields.bytes(11),
    listHead: bounded(fields.bytes(12), 0, 192),
    listDelta: bounded(fields.bytes(13), 0, 16_384),
  };
  wellFormed(answer.projectKey.length === (answer.keyEpoch === 0 ? 0 : 32));
  wellFormed(answer.readersRevision !== 0 || answer.doors.length === 0);
  wellFormed(answer.list.length === 0 || answer.listDelta.length === 0);
  wellFormed(answer.instruction === 'keep' || [3, 5, 6, 9, 10, 11, 12, 13].every(number => !fields.has(number)));
  return answer;
};

const readRefusal = octets => {
  const refusal = readLenient(octets);
  return {
    reason: REFUSALS[within(refusal.uint(1), 1, REFUSALS.length) - 1],
    retryAfterSeconds: within(refusal.uint(2), 0, 2_592_000),
  };
};

const readContent = content => {
  const response = readLenient(content);
  wellFormed(response.has(1) !== response.has(2));
  return response.has(1) ? { answer: readAnswer(response.bytes(1)) } : { refusal: readRefusal(response.bytes(2)) };
};

/** What a manager answered: {answer}, {refusal}, or {busy: seconds}. */
export const readResponse = (manager, { holder, ephemeral }, noise, response) =>
  read(
    RESPONSE, manager, noise,
    e => [manager.suite.dh(ephemeral, e), manager.suite.dh(holder, e)], // ee, se
    readContent, response,
  );
