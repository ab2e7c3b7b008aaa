// Saying no from deep inside something a person asked for. The door catches it and shows the
// sentence; nothing was changed.

/** Why not, as a code of the catalogue; `field` is what it is about. */
export type Wrong = { code: string; params?: Record<string, string | number>; field?: string };

export class RefusedError extends Error {
  readonly wrong: Wrong;
  constructor(wrong: Wrong) {
    super(wrong.code);
    this.wrong = wrong;
  }
}

/** Ends what is being done with a refusal. */
export function refuse(code: string, params: Wrong['params'] = {}, field?: string): never {
  throw new RefusedError({ code, params, ...(field === undefined ? {} : { field }) });
}
