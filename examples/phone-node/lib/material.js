// The material of the conformance kit: a site that exists for a trial, in lines of the form NAME = HEX. A phone under test
// gets its credential from it in place of an activation.

import { unhex } from './octets.js';
import { wellFormed } from './failure.js';

export const readMaterial = text => {
  const lines = new Map(
    text
      .split('\n')
      .map(line => /^([a-z.\d-]+) = (.*)$/.exec(line.trim()))
      .filter(line => line !== null)
      .map(([, name, value]) => [name, value]),
  );
  const octets = name => {
    wellFormed(lines.has(name));
    return unhex(lines.get(name));
  };
  return {
    suiteId: Number(lines.get('suite')),
    holder: octets('phone.holder-key.private'),
    grant: {
      root: octets('root'),
      issuingKeys: [...lines.keys()].filter(name => /^issuing-key\.\d+$/.test(name)).map(octets),
      credential: octets('phone.credential'),
      keyEpoch: Number(lines.get('project-key.epoch')),
      projectKey: octets('project-key'),
      certificates: [],
      list: octets('list'),
    },
  };
};
