// Activation requests as a phone writes them, and responses as it reads them (spec/vectors/activation-*.json).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLink, readResponse, writeRequest } from '../lib/activation.js';
import { enrol } from '../lib/enrolment.js';
import { suiteOf } from '../lib/suites.js';
import { octetsOf, SUITES, vectors } from './vectors.js';

const said = (link, random, noise, response) => {
  try {
    const { grant, refusal } = readResponse(link, random, noise, response);
    return grant ? { says: 'granted', grant } : { says: `refused: ${refusal.reason}`, refusal };
  } catch (failure) {
    return { says: failure.code };
  }
};

for (const suite of SUITES) {
  const file = vectors(`activation-${suite}`);
  for (const vector of file.vectors.filter(each => each.derived)) {
    const { managerPrivateKey, requestId, holderPrivateKey, phoneEphemeral } = vector;
    const of = suiteOf(file.suite);
    const link = { suite: of, managerKey: of.publicKey(octetsOf(managerPrivateKey)), code: vector.code };
    const random = {
      requestId: octetsOf(requestId), holder: octetsOf(holderPrivateKey), ephemeral: octetsOf(phoneEphemeral),
    };
    test(`${suite} ${vector.id}: ${vector.title}`, () => {
      const { request, noise } = writeRequest(link, random);
      assert.equal(request.toString('hex'), vector.request);
      assert.equal(noise.h.toString('hex'), vector.derived.h);
      if (!vector.response) return;
      const { says, grant, refusal } = said(link, random, noise, octetsOf(vector.response));
      assert.equal(says, vector.phoneSays);
      if (refusal) assert.equal(refusal.retryAfterSeconds, vector.refusal.retryAfterSeconds);
      if (grant) {
        assert.equal(grant.credential.toString('hex'), vector.grant.credential);
        assert.equal(grant.displayName, vector.grant.displayName);
        assert.equal(grant.certificates.length, vector.grant.readerCertificates.length);
        assert.ok(enrol(grant, { suite: of, holder: random.holder }, 1767225600).credential);
        assert.throws(() => enrol(grant, { suite: of, holder: random.ephemeral }, 1767225600), { code: 'not-authentic' });
      }
    });
  }
}

test('a link says where, whom and what', () => {
  const key = Buffer.alloc(32, 7).toString('base64url');
  const { host, port, code } = readLink(`lintel:1:1:${key}:0aZ9bY8cX7dW6eV5fU4g@[::1]:7400`);
  assert.deepEqual({ host, port, code }, { host: '::1', port: 7400, code: '0aZ9bY8cX7dW6eV5fU4g' });
  for (const wrong of [
    `lintel:2:1:${key}:0aZ9bY8cX7dW6eV5fU4g@host:7400`,
    `lintel:1:2:${key}:0aZ9bY8cX7dW6eV5fU4g@host:7400`,
    `lintel:1:1:${key}:0aZ9bY8cX7dW6eV5fU4@host:7400`,
    `lintel:1:1:${key}:0aZ9bY8cX7dW6eV5fU4g@host:65536`,
    `lintel:1:1:${key}:0aZ9bY8cX7dW6eV5fU4g@-host:7400`,
  ])
    assert.throws(() => readLink(wrong), { code: 'malformed' });
});
