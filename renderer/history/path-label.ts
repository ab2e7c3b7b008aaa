// What a place in a step's settings is called: `settings.cases.by_itself.when` reads "Ways out,
// “Under $500”, When".
// PL1 total: a place the catalogue has no words for is called by what is around it.

import type { WorkflowNode } from '../../engine/1-document/schema.ts';
import { isObject, type Json } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { t, tMaybe } from '../words.ts';

/** What one entry of a list is called by who drew it; a way out as it stands on its arrow. */
function entryName(list: Json | undefined, name: string, node: Labelled): string {
  const way = stepFacts(registry, node).ways.find(({ id }) => id === name);
  if (way) return way.words;
  const entry = Array.isArray(list)
    ? list.find((one) => isObject(one) && (one['id'] === name || one['port'] === name))
    : undefined;
  if (!isObject(entry)) return name.replaceAll('_', ' ');
  const said = [entry['label'], entry['name'], entry['title']].find(
    (one) => typeof one === 'string' && one !== '',
  );
  return typeof said === 'string' ? said : name.replaceAll('_', ' ');
}

const inside = (value: Json | undefined, key: string): Json | undefined => {
  if (Array.isArray(value))
    return value.find((one) => isObject(one) && (one['id'] === key || one['port'] === key));
  return isObject(value) ? value[key] : undefined;
};

type Labelled = WorkflowNode;
export type Label = {
  words: string;
  /** The code its choices hang from. */
  code: string;
};

/** The label of a part of a step, as the step is on the side on which the part is there (PL1). */
export function labelOf(node: Labelled | undefined, at: string): Label {
  const [head = '', ...rest] = at.split('.');
  if (head !== 'settings') {
    const own = tMaybe(`history.part.${head}`);
    const more = rest.map((key) => tMaybe(`app.limit.${key}`) ?? key);
    return { words: [own ?? head, ...more].join(', '), code: `history.part.${head}` };
  }
  if (!node) return { words: rest.join(', '), code: '' };
  let code = `node.${node.type.split('@')[0]}.setting`;
  let value: Json | undefined = node.settings;
  const words: string[] = [];
  for (const key of rest) {
    const said = tMaybe(`${code}.${key}`);
    if (said !== undefined) {
      words.push(words.length === 0 ? t('history.entry', { name: said }) : said);
      code = `${code}.${key}`;
    } else if (Array.isArray(value))
      words.push(t('history.entry', { name: entryName(value, key, node) }));
    else words.push(key.replaceAll('_', ' '));
    value = inside(value, key);
  }
  return { words: words.join(', '), code };
}
