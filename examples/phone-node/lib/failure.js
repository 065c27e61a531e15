// The errors of section 6. One for every cryptographic failure: which check it was is nobody's business.

export class Failure extends Error {
  /** @param {string} code a name of the table in section 6 */
  constructor(code) {
    super(code);
    this.code = code;
  }
}

export const malformed = () => new Failure('malformed');
export const notAuthentic = () => new Failure('not-authentic');
export const unexpected = () => new Failure('unexpected');

/** Throws malformed unless the condition holds. */
export const wellFormed = condition => {
  if (!condition) throw malformed();
};

/** Throws not-authentic unless the condition holds. */
export const authentic = condition => {
  if (!condition) throw notAuthentic();
};
