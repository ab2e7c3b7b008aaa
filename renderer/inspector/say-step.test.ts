// What steps say of themselves: every kind of step, with all its settings and with none.
import { describe, expect, test } from 'vitest';
import { cardOf, drawing, scopeOf, type StepSpec } from '../../e2e/kit/drawing.ts';
import { SAMPLES, SETTING } from '../../e2e/kit/problems.ts';
import { EXAMPLES } from '../../e2e/kit/step-examples.ts';
import path from 'node:path';
import { loadFolder } from '../../engine/1-document/load.ts';
import type { Folder } from '../../engine/1-document/schema.ts';
import { findStep } from '../../engine/1-document/scopes.ts';
import { setAt } from '../../engine/1-document/edit-settings.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import { registry } from '../../nodes/index.ts';
import { stepFacts } from '../canvas/step-facts.ts';
import { drawingFor, sightOf } from '../document/reach.ts';
import { sayStep } from './say-step.ts';

/** What a step of a folder says, with some settings changed. */
function said(folder: Folder, id: string, changes: Record<string, Json> = {}): string {
  const drawn = drawingFor(folder, SETTING, registry);
  const placed = findStep(folder.workflow, id);
  if (!placed) throw new Error(`no step ${id}`);
  const { node } = placed;
  const settings = Object.entries(changes).reduce<JsonObject>(
    (at, [where, value]) => setAt(at, where, value) ?? at,
    node.settings,
  );
  const leads = (port: string): string =>
    placed.scope.edges
      .filter((edge) => edge.from === id && edge.port === port)
      .map(({ to }) => placed.scope.nodes.find((one) => one.id === to)?.name)
      .join(', ');
  return sayStep({
    step: node,
    settings,
    facts: stepFacts(registry, node),
    names: {
      tools: new Map(folder.cards.map((card) => [card.name, card])),
      people: new Map(SETTING.people.map((person) => [person.id, person])),
    },
    workflow: folder.workflow,
    sight: sightOf(drawn, id),
    after: sightOf(drawn, id, true),
    leads,
  });
}

const sample = (slug: string): Folder => {
  const loaded = loadFolder(path.join(SAMPLES, slug));
  if (!loaded.folder) throw new Error(`the sample ${slug} cannot be read`);
  return loaded.folder;
};

/** One step of a kind between start and end, with its example's settings, or with none. */
function alone(type: string, settings: JsonObject): Folder {
  const inner = scopeOf([['note_it', 'shape_data', { fields: [] }]], []);
  const isRoom = ['loop', 'for_each', 'group'].includes(type);
  const step: StepSpec = ['it', type, settings, isRoom ? { scope: inner } : {}];
  const steps: StepSpec[] = [['start', 'start'], step, ['done', 'end', {}]];
  return drawing(scopeOf(steps, ['start:ok>it', 'it:ok>done']), { cards: [cardOf('look_up')] });
}

const KINDS = [...registry.values()].filter(({ generated }) => !generated).map(({ type }) => type);

test.each(KINDS)('%s says what it does, filled in and empty', (type) => {
  for (const settings of [EXAMPLES[type] ?? {}, registry.get(`${type}@1`)?.initial ?? {}]) {
    const words = said(alone(type, settings), 'it');
    expect(words.replaceAll('**', '')).toMatch(/^[A-Z].*[.,”…?]$/s);
    // No code of the catalogue, no name of the file and nothing undefined ever shows.
    expect(words).not.toMatch(/\[live|\[cond|\[app|undefined|@ref|input\.|steps\.|null/);
  }
});

describe('the samples speak of themselves', () => {
  const expense = sample('expense-approval');

  test('a condition says where it goes and when', () => {
    expect(said(expense, 'how_much')).toBe(
      'Goes to **Pay** when Amount is less than **$500**, the way out of Check the claim is ' +
        '**Sorted**, and Category of Check the claim is **Within policy**. ' +
        'Goes to **Ask a manager** when Amount is at most **$5,000**. ' +
        'In every other case it goes to **Ask a director**.',
    );
  });
  test('and follows every change', () => {
    const changed = { 'cases.0.when.all.0.value': 300, 'cases.1.when.op': 'less_than' };
    expect(said(expense, 'how_much', changed)).toContain('Amount is less than **$300**');
    expect(said(expense, 'how_much', changed)).toContain('Amount is less than **$5,000**');
  });
  test('an approval says who is asked, what may be changed, and what agreeing opens', () => {
    expect(said(expense, 'ask_manager')).toBe(
      'Asks **a manager** to agree: **“Pay this expense claim?”** ' +
        '**Amount** may be changed before. Agreeing allows **Pay**, and nothing else. ' +
        'It waits until somebody answers.',
    );
    expect(said(expense, 'ask_manager', { ask: 'ines_roth', withinMs: 172_800_000 })).toMatch(
      /Asks \*\*Ines Roth\*\*.*After \*\*2 days\*\* without an answer/,
    );
  });
  test('a tool says what it is given and from where', () => {
    expect(said(expense, 'pay')).toBe(
      'Calls **Pay a claim** once, giving it **Amount** (Ask a manager), ' +
        '**Paid to** (who started it), **Purpose** (the form), and one more. It moves money.',
    );
  });
  test('an agent says what it reads, what it may answer, and when it is unsure', () => {
    expect(said(expense, 'check_claim')).toBe(
      'Reads **Purpose, Kind, and Day** and sorts it into one of ' +
        '**Within policy or Outside policy**. Less than **60%** sure, it leaves by “Unsure”.',
    );
  });
  test('a loop says what it repeats, until when, and how often', () => {
    expect(said(sample('document-approval'), 'until_agreed')).toMatch(
      /^Repeats \*\*.*\*\* until .*, at most \*\*\d times\*\*\.$/,
    );
  });
});
