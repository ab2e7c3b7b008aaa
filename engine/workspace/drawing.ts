// A drawing made of a description: one question to the model of careful work, and up to two more to
// mend what is wrong with its answer.
// DR1 the answer is somebody else's text: it comes in a closed shape, becomes a drawing by
//     1-document/sketch.ts, is judged like every other one, and nothing of it is run or linked.
// DR2 the prompt is a versioned file; which version was used is said with the result.
// DR3 all questions together cost at most what was said before; each is held back before it is
//     asked, and no question is asked after it was given up.
// DR4 while practising nothing leaves this computer, so nothing is drawn.

import fs from 'node:fs';
import path from 'node:path';
import { parsePrompt } from '../1-document/prompt-file.ts';
import type {
  Folder,
  ModelEntry,
  Problem,
  Prompt,
  Setting,
  Workflow,
} from '../1-document/schema.ts';
import { SKETCH_FIELDS } from '../1-document/sketch-shape.ts';
import { workflowOf, type Sketched } from '../1-document/sketch.ts';
import { validate } from '../2-validate/validate.ts';
import { assert } from '../base/assert.ts';
import { say, type Params } from '../base/text/say.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { Answers } from '../api/contract.ts';
import type { ModelCall, Registry, Said } from '../node.ts';
import { currentPrompt } from '../prompts/version.ts';
import type { Asking } from './asking.ts';
import { samplesDir } from './create.ts';
import { emptyFolder } from './naming.ts';

const PROMPT = 'draw_workflow';
/** The first question, and two to mend what was wrong. */
const ROUNDS = 3;
const MOST_OUTPUT = 6000;
/** Problems handed back at once; more would only be noise. */
const TOLD = 12;

/** The prompt in use (DR2). */
function drawPrompt(samples = samplesDir()): Prompt {
  const dir = path.join(samples, '_prompts', PROMPT);
  const read = fs
    .readdirSync(dir)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parsePrompt(`prompts/${PROMPT}/${name}`, fs.readFileSync(path.join(dir, name))));
  const prompt = currentPrompt(
    read.flatMap((one) => ('prompt' in one ? [one.prompt] : [])),
    PROMPT,
  );
  assert(prompt !== undefined, 'the prompt that draws is shipped');
  return prompt;
}

type Drawn = Answers['drawWorkflow'];

/** The model that draws, or why none does (DR4). */
export function drawsWith({ workspace, models }: Setting): { entry: ModelEntry } | { why: Said } {
  const entry = models.careful.find(({ provider }) => provider !== 'practice');
  if (!entry) return { why: { code: 'draw.no_model' } };
  if (workspace.practice !== false) return { why: { code: 'draw.practising' } };
  return { entry };
}

/** What a question is made of. */
export type Describing = { description: string; setting: Setting };
type Mending = { drawing: Json; problems: string[] };

/** The question about a description; `mending` hands back what was wrong (DR1). */
function drawCall({ description, setting }: Describing, mending?: Mending): ModelCall {
  const { people, workspace } = setting;
  const data: JsonObject = {
    description,
    people: people.map(({ id, name, roles }) => ({ id, name, roles })),
    currency: workspace.currency,
    ...mending,
  };
  return {
    kind: 'model',
    role: 'careful',
    maxOutputTokens: MOST_OUTPUT,
    task: { do: 'draft', instructions: drawPrompt().body, data, fields: SKETCH_FIELDS },
  };
}

/** The most all questions together can cost; undefined where nobody knows the price (DR3). */
export function drawAtMost(
  asking: Pick<Asking, 'worst'>,
  entry: ModelEntry,
  about: Describing,
): number | undefined {
  const first = asking.worst(entry, drawCall(about));
  const output = ' '.repeat(MOST_OUTPUT * 4);
  const mending = asking.worst(
    entry,
    drawCall(about, { drawing: output, problems: [output.slice(0, 4000)] }),
  );
  return first === undefined || mending === undefined ? undefined : first + (ROUNDS - 1) * mending;
}

/** What is wrong with a drawing besides what a person links later. */
function toMend(
  workflow: Workflow,
  setting: Setting,
  registry: Registry,
): { all: Problem[]; mend: Problem[] } {
  const folder: Folder = { ...emptyFolder(), workflow };
  const all = validate(folder, setting, registry);
  const mend = all.filter(({ severity, field }) => severity === 'error' && field !== 'tool');
  return { all, mend };
}

const sentence = ({ code, params, field }: Problem): string =>
  `${say('en', `problem.${code}`, params as Params)}${field === undefined ? '' : ` (${field})`}`;

type Work = Describing & { job: string; asking: Asking; entry: ModelEntry; registry: Registry };

/** Has a drawing made and mended (DR1, DR3). */
export async function draw(work: Work): Promise<Drawn> {
  const { job, asking, entry, registry, setting } = work;
  const spent = { ms: 0, tokens: 0, costNano: 0 as number | null };
  const about = { model: entry.model, prompt: drawPrompt().version };
  let best: { sketched: Sketched; all: Problem[]; mend: Problem[] } | undefined;
  let mending: Mending | undefined;
  for (let rounds = 1; rounds <= ROUNDS; rounds++) {
    const told = await asking.ask({ job, entry, call: drawCall(work, mending) });
    spent.ms += told.ms;
    spent.tokens += told.tokens;
    spent.costNano =
      told.costNano === null || spent.costNano === null ? null : spent.costNano + told.costNano;
    if (!told.ok && !best) return { ok: false, trouble: told.failure, rounds, ...spent, ...about };
    if (told.ok && (told.reply.doesNotKnow || told.reply.answer === null) && !best)
      return { ok: false, trouble: { code: 'draw.does_not_know' }, rounds, ...spent, ...about };
    if (told.ok && told.reply.answer !== null) {
      const empty = { ...emptyFolder().workflow, name: work.description.trim().slice(0, 60) };
      const { currency } = setting.workspace;
      const sketched = workflowOf(told.reply.answer, { empty, registry, currency });
      const found = toMend(sketched.workflow, setting, registry);
      if (!best || found.mend.length <= best.mend.length) best = { sketched, ...found };
      mending = {
        drawing: told.reply.answer,
        problems: found.mend.slice(0, TOLD).map(sentence),
      };
    }
    const isLast = rounds === ROUNDS || !told.ok || best?.mend.length === 0;
    if (best && isLast) return drawn(best, { rounds, ...spent, ...about });
  }
  assert(false, 'the last round always answers');
}

function drawn(
  { sketched, all }: { sketched: Sketched; all: Problem[] },
  about: Pick<Drawn, 'rounds' | 'ms' | 'tokens' | 'costNano' | 'model' | 'prompt'>,
): Drawn {
  const { workflow, wishes } = sketched;
  const isEmpty = workflow.scope.nodes.length < 2;
  if (isEmpty) return { ok: false, trouble: { code: 'draw.nothing' }, ...about };
  return { ok: true, workflow, problems: all, wishes, ...about };
}
