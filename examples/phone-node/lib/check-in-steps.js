// One check-in of a phone, in the order in which things are kept (spec/protocol.md 13, What the phone does).

import { randomBytes } from 'node:crypto';
import { authentic } from './failure.js';
import { digestOf, readResponse, writeRequest } from './check-in.js';
import { applyDelta } from './delta.js';
import { enrol, MOST_PROJECT_KEYS, STORED } from './enrolment.js';
import { reference } from './statements.js';
import { suiteOf } from './suites.js';

const FRESH = { number: 0, pending: null, deleted: null };

/** What stays the same until a response could be read is fixed, durably, before it is sent. */
const fix = (store, state) => {
  if (state.pending !== null) return state;
  const number = state.number + 1;
  const holding = state.deleted === null ? 'held' : 'deleted-as-told';
  const fixed = { ...state, number, pending: { requestId: randomBytes(16), number, holding } };
  store.checkIn = fixed;
  return fixed;
};

const whatIsSo = (grant, held) => ({
  project: held.project.id,
  serial: held.credential.serial,
  credential: reference(grant.credential),
  keyEpoch: Math.max(...held.projectKeys.keys()),
  listEpoch: held.list?.listEpoch ?? 0,
  issuingKeys: digestOf(grant.issuingKeys),
  readersRevision: grant.readersRevision ?? 0,
});

const NOTHING = { keyEpoch: 0, listEpoch: 0, readersRevision: 0 };

const unlessEmpty = (octets, otherwise) => (octets.length === 0 ? otherwise : octets);

/** The grant with what came, all of it verified; if anything does not verify, nothing counts. */
const renewed = (grant, held, of, answer, now) => {
  const list = answer.listDelta.length === 0 ? answer.list : applyDelta(answer.listDelta, grant.list);
  const next = {
    ...grant,
    credential: unlessEmpty(answer.credential, grant.credential),
    issuingKeys: unlessEmpty(answer.issuingKeys, grant.issuingKeys),
    list: unlessEmpty(list, grant.list),
    laterKeys: [...(grant.laterKeys ?? []), ...(answer.keyEpoch === 0 ? [] : [[answer.keyEpoch, answer.projectKey]])]
      .slice(-MOST_PROJECT_KEYS),
    readersRevision: answer.readersRevision || grant.readersRevision,
    certificates: answer.doors.map(door => door.certificate).filter(each => each.length > 0),
  };
  const after = enrol(next, of, now, { list: list.length === 0 });
  authentic(after.project.id.equals(held.project.id) && after.credential.serial === held.credential.serial);
  authentic(after.credential.issued >= held.credential.issued);
  if ((after.list?.listEpoch ?? 0) < (held.list?.listEpoch ?? 0)) next.list = grant.list; // nobody goes back to an older one
  const known = new Set(next.certificates.map(each => each.toString('hex')));
  next.certificates.push(...grant.certificates.filter(each => !known.has(each.toString('hex'))));
  return next;
};

/**
 * @param {FileStore} store
 * @param {(request: Buffer) => Promise<Buffer>} send to the manager, over whatever carrier
 * @param {number} now seconds since 1970
 * @returns {{instruction, nextCheckInSeconds}}, {{refusal}} or {{busy: seconds}}
 */
export const checkIn = async (store, send, now) => {
  const { suiteId, managerKey, holder } = store.holder;
  const of = { suite: suiteOf(suiteId), holder };
  const before = store.checkIn ?? FRESH;
  if (before.deleted !== null) store.eraseCredential(); // again, if the process died in between
  const state = fix(store, before);
  const { grant } = store;
  const held = state.deleted === null ? enrol(grant, of, now, STORED) : null;
  const keys = { holder, ephemeral: of.suite.newPrivateKey() };
  const manager = { suite: of.suite, managerKey };
  const so = held === null ? { ...NOTHING, ...state.deleted } : whatIsSo(grant, held);
  const { request, noise } = writeRequest(manager, keys, { ...state.pending, ...so });
  const { answer, refusal, busy } = readResponse(manager, keys, noise, await send(request));
  if (busy) return { busy };
  if (refusal) {
    if (refusal.reason === 'unknown-credential' && held === null) store.forget();
    return { refusal };
  }
  const done = { ...state, number: Math.max(state.number, answer.number), pending: null };
  if (answer.instruction === 'keep' && held !== null) {
    store.grant = renewed(grant, held, of, answer, now);
    store.checkIn = done;
  } else if (answer.instruction === 'forget') {
    store.eraseCredential();
    store.forget();
  } else {
    // Kept first that it is deleted; only a request that is fixed after all is erased says so.
    store.checkIn = { ...done, deleted: state.deleted ?? { project: held.project.id, serial: held.credential.serial } };
    store.eraseCredential();
  }
  return answer;
};
