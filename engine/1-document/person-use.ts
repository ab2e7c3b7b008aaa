// What a person is used for: everywhere a file names him by his id, or as the last one of a role.
// PU1 found by form: whatever step there is or will be, a setting that asks somebody is called
//     `ask`, `to`, or stands in a list `of`.
// PU2 pure, and never throws, whatever stands in the settings.

import { isObject, type Json } from '../base/value.ts';
import { OWNER_SLOTS, type Folder, type Person, type Rule } from './schema.ts';
import { stepsOf } from './scopes.ts';

/** One use; `code` is `people.use.<code>` of the catalogue. */
export type PersonUse = {
  code: 'owner' | 'asked' | 'rule' | 'stands_in' | 'only_of_role' | 'card';
  params: Record<string, string>;
  /** The workflow it is in; absent for what holds in the whole workspace. */
  slug?: string;
};

export type Around = {
  people: Person[];
  rules: Rule[];
  folders: { slug: string; folder: Folder }[];
};

const ASKING = new Set(['ask', 'to', 'of']);

/** Names that a step's settings ask, by id or role (PU1). */
function* asksIn(x: Json, key = ''): Generator<string> {
  if (typeof x === 'string' && ASKING.has(key)) yield x;
  else if (Array.isArray(x)) for (const one of x) yield* asksIn(one, key);
  else if (isObject(x)) for (const [name, one] of Object.entries(x)) yield* asksIn(one, name);
}

/** Whether a name in a file means this person, and nobody else. */
function meaning({ people }: Around, person: Person) {
  const last = new Set(
    person.roles.filter((role) => !people.some((p) => p !== person && p.roles.includes(role))),
  );
  return (name: string): 'id' | 'role' | undefined =>
    name === person.id ? 'id' : last.has(name) ? 'role' : undefined;
}

/** Everything somebody is used for. */
export function usesOf(around: Around, person: Person): PersonUse[] {
  const means = meaning(around, person);
  const ruled = (rules: Rule[]): PersonUse[] =>
    rules.flatMap(({ ask, name }) =>
      ask !== undefined && means(ask) ? [{ code: 'rule', params: { rule: name } }] : [],
    );
  const own = around.people
    .filter(({ standIn }) => standIn === person.id)
    .map(({ name }): PersonUse => ({ code: 'stands_in', params: { name } }));
  const drawn = around.folders.flatMap(({ slug, folder }) =>
    [...usesIn(folder, means), ...ruled(folder.rules)].map((use) => ({
      ...use,
      params: { ...use.params, workflow: folder.workflow.name },
      slug,
    })),
  );
  return [...own, ...ruled(around.rules), ...drawn];
}

function usesIn({ workflow }: Folder, means: ReturnType<typeof meaning>): PersonUse[] {
  const { owners, scope } = workflow;
  const slots = OWNER_SLOTS.filter(
    (slot) => owners[slot] !== undefined && means(owners[slot]) === 'id',
  );
  const steps = [...stepsOf(scope)].flatMap(({ node }): PersonUse[] => {
    const names = [...new Set(asksIn(node.settings))];
    const how = names.map(means);
    if (how.includes('id')) return [{ code: 'asked', params: { step: node.name } }];
    const role = names[how.indexOf('role')];
    return role === undefined ? [] : [{ code: 'only_of_role', params: { step: node.name, role } }];
  });
  return [
    ...slots.map((slot): PersonUse => ({ code: 'owner', params: { slot: `owner.${slot}` } })),
    ...steps,
  ];
}
