// Coded serials and deltas of lists (spec/vectors/serials.json, revocation-*.json).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applyDelta } from '../lib/delta.js';
import { readSerials, writeSerials } from '../lib/serials.js';
import { octetsOf, SUITES, vectors } from './vectors.js';

const verdictOf = step => {
  try {
    return step();
  } catch (failure) {
    return failure.code ?? assert.fail(failure);
  }
};

for (const { id, title, base, coding, octets, expect, runs, written } of vectors('serials').vectors)
  test(`serials ${id}: ${title}`, () => {
    const read = verdictOf(() => readSerials(coding, base, octetsOf(octets)));
    assert.deepEqual(read, expect === 'read' ? runs : 'malformed');
    if (written) {
      const again = writeSerials(base, runs);
      assert.deepEqual([again.coding, again.octets.toString('hex')], [coding, octets]);
    }
  });

for (const suite of SUITES) {
  const file = vectors(`revocation-${suite}`);
  for (const { id, title, base, delta, result, expect } of file.vectors.filter(each => 'delta' in each))
    test(`${suite} ${id}: ${title}`, () => {
      const given = verdictOf(() => applyDelta(octetsOf(delta), octetsOf(file.lists[base].signed)).toString('hex'));
      assert.equal(given, expect === 'applied' ? file.lists[result].signed : expect);
    });
}
