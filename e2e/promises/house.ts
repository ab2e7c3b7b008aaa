// A workspace as a person has one, for tests of promises: the real app over a folder of its own.
// Runs are practised; what they ask is answered by the first choice of each card.

import { openApp, type App } from '../../engine/workspace/app.ts';
import { openWorkspace } from '../../engine/workspace/open.ts';
import { findPlace } from '../../engine/workspace/place.ts';
import { handlers } from '../../engine/api/handlers.ts';
import type { Json } from '../../engine/base/value.ts';

/** Opens the app over a workspace folder, which is made when it is not there. */
export function openHouse(dir: string): App {
  const app = openApp(openWorkspace(findPlace(dir), Math.random), { onQuit: () => {} });
  if (app === 'taken') throw new Error('another engine works here');
  return app;
}

/** Starts a workflow of the house on its examples; `more` replaces some of them. */
export async function begin(
  app: App,
  slug: string,
  more: Record<string, Json> = {},
): Promise<string> {
  const { workflow } = app.workflows.open(slug).folder;
  const examples = workflow.input.flatMap(({ id, example }) =>
    example === undefined ? [] : [[id, example as Json] as const],
  );
  const input = { ...Object.fromEntries(examples), ...more };
  const started = await handlers.startRun(app, { slug, input, practice: true, pace: 'full' });
  if ('wrong' in started) throw new Error(started.wrong.code);
  await app.engine.settled(started.run);
  return started.run;
}

/** Answers whatever the run asks, until it asks nothing more. */
export async function agree(app: App, run: string): Promise<string> {
  for (let answers = 0; answers < 20; answers++) {
    const { cards } = await app.engine.settled(run);
    const card = Object.values(cards).find(({ state }) => state === 'open');
    if (!card) break;
    const edit = card.body.fields.flatMap(({ field }) =>
      field.kind === 'yes_no' ? [[field.id, true] as const] : [],
    );
    const choice = card.choices[0] ?? '';
    await app.engine.decide({ card: card.id, choice, edit: Object.fromEntries(edit) });
  }
  return (await app.engine.settled(run)).status;
}
