// What an MCP tool says of itself, and what changed since a person agreed to it.
// D1 name, title, description, arguments and hints are pinned together by one hash; whatever else a
//    server adds decides nothing.
// D2 all of it is text from outside: shown, bounded and made visible, never believed or followed.
// D3 the difference is complete: every line that went and every line that came.

import { canonical, hashOf } from '../base/canonical.ts';
import { exactText } from '../base/text/exact.ts';
import { isObject, type Json, type JsonObject } from '../base/value.ts';
import type { Change, Line } from '../policy/tool-view.ts';

/** A tool as its server describes it; `hints` are its own claims about what it does. */
export type Descriptor = {
  name: string;
  title?: string | undefined;
  description: string;
  args: JsonObject;
  hints: JsonObject;
  /** What it says its structured answer looks like; not part of the pin. */
  result?: JsonObject | undefined;
};

/** Longest description shown; the pin covers all of it. */
const SHOWN_CHARS = 1024;
/** Above this a tool's own description is no description any more. */
const MOST_CHARS = 64 * 1024;

/** A descriptor from what a server listed; undefined when it is none, or absurdly large. */
export function descriptorOf(tool: unknown): Descriptor | undefined {
  if (!isObject(tool) || typeof tool['name'] !== 'string' || !tool['name']) return undefined;
  const { name, title, description, inputSchema, annotations, outputSchema } = tool;
  const descriptor: Descriptor = {
    name,
    ...(typeof title === 'string' ? { title } : {}),
    description: typeof description === 'string' ? description : '',
    args: isObject(inputSchema) ? inputSchema : {},
    hints: isObject(annotations) ? annotations : {},
    ...(isObject(outputSchema) ? { result: outputSchema } : {}),
  };
  return canonical(descriptor).length > MOST_CHARS ? undefined : descriptor;
}

/** The pin: one hash over everything a person saw (D1). */
export const pinOf = ({ name, title, description, args, hints }: Descriptor): string =>
  hashOf({ format: 'interlock/mcp-tool@1', name, title, description, args, hints });

/** A description as a person or a card may show it: bounded, nothing hidden in it (D2). */
export function shownDescription(description: string): string {
  const short = description.slice(0, SHOWN_CHARS).toWellFormed();
  return `${short.split('\n').map(exactText).join('\n')}${description.length > SHOWN_CHARS ? '…' : ''}`;
}

const PARTS = ['title', 'description', 'args', 'hints'] as const;

/** JSON in lines, names in order, so that the same thing always reads the same. */
const inLines = (x: Json): string[] =>
  JSON.stringify(JSON.parse(canonical(x)), null, 2).split('\n');

const linesOf = (part: Json | undefined): string[] =>
  part === undefined ? [] : typeof part === 'string' ? part.split('\n') : inLines(part);

/**
 * What is different, part by part, in lines; a tool nobody agreed to yet is all new. Empty when the
 * pins agree (D3).
 */
export function changesOf(before: Descriptor | undefined, now: Descriptor): Change[] {
  return PARTS.flatMap((part) => {
    const lines = differing(linesOf(before?.[part]), linesOf(now[part]));
    return lines.every(({ kind }) => kind === 'same') ? [] : [{ part, lines }];
  });
}

/** More cells than this are not compared one by one: all went, all came. */
const CELLS = 4_000_000;

/** The longest common lines kept, the rest gone or new, in reading order. */
function differing(before: string[], now: string[]): Line[] {
  const line = (kind: Line['kind'], text: string): Line => ({ kind, text: exactText(text) });
  if (before.length * now.length > CELLS)
    return [...before.map((x) => line('gone', x)), ...now.map((x) => line('new', x))];
  const width = now.length + 1;
  const common = new Uint32Array((before.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1)
      common[i * width + j] =
        before[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: Line[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < now.length) {
    if (i < before.length && j < now.length && before[i] === now[j]) {
      lines.push(line('same', now[j] ?? ''));
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < before.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(line('gone', before[i] ?? ''));
      i += 1;
    } else {
      lines.push(line('new', now[j] ?? ''));
      j += 1;
    }
  }
  return lines;
}

const MARK = { same: ' ', gone: '-', new: '+' };

/**
 * Lines as plain text, with `-` and `+` before what went and came; long runs of the same left out.
 */
export function changeText({ lines }: Change): string {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - 2), i + 3).some(({ kind }) => kind !== 'same'),
  );
  return lines
    .flatMap(({ kind, text }, i) =>
      near[i] ? [`${MARK[kind]} ${text}`] : near[i - 1] ? ['  …'] : [],
    )
    .join('\n');
}
