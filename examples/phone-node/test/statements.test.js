// Each kind of statement that a phone meets, as it should be and in every wrong way (spec/vectors/statements-*.json).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Project } from '../lib/project.js';
import { read } from '../lib/statements.js';
import { octetsOf, SUITES, vectors } from './vectors.js';

const KINDS = ['root', 'issuing-key', 'reader-certificate', 'credential', 'revocation-list'];

const verdict = ({ root, issuingKeys }, { statement, octets, now, minimumIssuingEpoch = 1 }) => {
  const signed = octetsOf(octets);
  try {
    const project = new Project(octetsOf(root), issuingKeys.map(key => octetsOf(key.signed)));
    project.raiseMinimumIssuingEpoch(minimumIssuingEpoch);
    if (statement === 'root') new Project(signed);
    else if (statement === 'issuing-key') new Project(octetsOf(root), [...issuingKeys.map(key => octetsOf(key.signed)), signed]);
    else project.verify(statement, signed, now);
    return 'verified';
  } catch (failure) {
    return failure.code ?? assert.fail(failure);
  }
};

for (const suite of SUITES) {
  const file = vectors(`statements-${suite}`);
  for (const vector of file.vectors.filter(each => KINDS.includes(each.statement)))
    test(`${suite} ${vector.id}: ${vector.title}`, () => {
      assert.equal(verdict(file.projects.site, vector), vector.expect);
      if (vector.expect === 'verified') assert.ok(read(vector.statement, octetsOf(vector.octets)).signed);
    });
}
