// Which version of a prompt counts: the newest in production, or the newest of all while none is.

type Versioned = { id: string; version: string; status: string };

const parts = (version: string): number[] => version.split(/[.+]/).slice(0, 3).map(Number);

const newer = (a: Versioned, b: Versioned): number => {
  const [x, y] = [parts(a.version), parts(b.version)];
  const at = x.findIndex((n, i) => n !== y[i]);
  return at < 0 ? 0 : (y[at] ?? 0) - (x[at] ?? 0);
};

/** The version of prompt `id` that a run pins when it starts; undefined when there is none. */
export function currentPrompt<P extends Versioned>(
  prompts: readonly P[],
  id: string,
): P | undefined {
  const versions = prompts.filter((p) => p.id === id).toSorted(newer);
  return versions.find((p) => p.status === 'production') ?? versions[0];
}
