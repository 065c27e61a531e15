// Check-in requests as a phone writes them, and responses as it reads them (spec/vectors/check-in-*.json).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestOf, readResponse, writeRequest } from '../lib/check-in.js';
import { suiteOf } from '../lib/suites.js';
import { octetsOf, SUITES, vectors } from './vectors.js';

const inOctets = says => ({
  ...says,
  ...Object.fromEntries(
    ['requestId', 'project', 'credential', 'issuingKeys'].filter(name => name in says).map(name => [name, octetsOf(says[name])]),
  ),
  receipts: says.receipts?.map(octetsOf),
});

const said = (manager, keys, noise, response) => {
  try {
    const { answer, refusal } = readResponse(manager, keys, noise, response);
    return answer ? { says: `answered: ${answer.instruction}`, answer } : { says: `refused: ${refusal.reason}`, refusal };
  } catch (failure) {
    return { says: failure.code };
  }
};

for (const suite of SUITES) {
  const file = vectors(`check-in-${suite}`);
  const of = suiteOf(file.suite);
  for (const vector of file.vectors.filter(each => each.managerSays === 'accepted')) {
    const manager = { suite: of, managerKey: of.publicKey(octetsOf(vector.managerPrivateKey)) };
    const keys = { holder: octetsOf(vector.holderPrivateKey), ephemeral: octetsOf(vector.phoneEphemeral) };
    test(`${suite} ${vector.id}: ${vector.title}`, () => {
      const { request, noise } = writeRequest(manager, keys, inOctets(vector.says));
      assert.equal(request.toString('hex'), vector.request);
      const { says, answer, refusal } = said(manager, keys, noise, octetsOf(vector.response));
      assert.equal(says, vector.phoneSays);
      if (refusal) assert.equal(refusal.retryAfterSeconds, vector.refusal.retryAfterSeconds);
      if (!answer) return;
      const { number, nextCheckInSeconds, credential, doors, revocationList } = vector.answer;
      assert.deepEqual([answer.number, answer.nextCheckInSeconds], [number, nextCheckInSeconds]);
      assert.equal(answer.credential.toString('hex'), credential ?? '');
      assert.equal(answer.list.toString('hex'), revocationList ?? '');
      assert.deepEqual(answer.doors.map(door => door.name), (doors ?? []).map(door => door.name));
    });
  }

  test(`${suite}: the digest names the issuing keys in whatever order they stand`, () => {
    const keys = file.projects.site.issuingKeys.map(each => octetsOf(each.signed));
    const expected = file.vectors.find(each => each.id === 'nothing-new').says.issuingKeys;
    assert.equal(digestOf(keys).toString('hex'), expected);
    assert.equal(digestOf([...keys, ...keys].reverse()).toString('hex'), expected);
  });
}
