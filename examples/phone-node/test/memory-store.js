// A store in memory, for phones that live as long as a test.

export class MemoryStore {
  records = new Map();
  certificates = [];

  load(name) {
    return this.records.get(name) ?? null;
  }

  save(name, record) {
    this.records.set(name, record);
  }

  keepCertificate(project, signed) {
    this.certificates.push({ project, signed });
  }
}
