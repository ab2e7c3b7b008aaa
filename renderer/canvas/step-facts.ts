// What a step looks like from outside: family, icon, kind, ways out, its line, its limit.
// T1 works on incomplete settings too: a step that was just added is drawn before it is filled in.
// T2 computed once per version of a step; an edit makes a new object, so nothing goes stale.

import { isText, pathsIn } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';
import { sayPort } from '../../engine/base/text/ports.ts';
import { isSaid, type Language } from '../../engine/base/text/say.ts';
import type { Card, Person, WorkflowNode } from '../../engine/1-document/schema.ts';
import type { NodeDefinition, NodeFamily, Port, Registry, Said } from '../../engine/node.ts';
import { duration } from '../format.ts';
import { textOf } from '../json-text.ts';
import { language, t, tMaybe } from '../words.ts';

export type Way = Port & { words: string };
export type StepFacts = {
  definition: NodeDefinition | undefined;
  family: NodeFamily;
  icon: string;
  /** The step type's own name, such as "Approval". */
  kind: string;
  ways: Way[];
  /** What it does with these settings, without emphasis. */
  line: string;
  sentence: Said | undefined;
  /** The line is in the words of whoever drew it: a question, or the names of what is inside. */
  isAsked: boolean;
  shape: 'card' | 'pill' | 'room';
};

/** Names of things a step's sentence mentions by id. */
export type Names = { tools: Map<string, Card>; people: Map<string, Person> };

export const noNames: Names = { tools: new Map(), people: new Map() };

const ROOMS = new Set(['loop', 'for_each', 'group']);
/** Facts hold words, so those of another language are made again. */
type Kept = { language: Language; facts: StepFacts };
const known = new WeakMap<WorkflowNode, Map<Registry, Kept>>();

/** Parsed settings, or the raw ones over the initial ones where they are incomplete (T1). */
function settingsOf(definition: NodeDefinition, node: WorkflowNode): unknown {
  const parsed = definition.settings.safeParse(node.settings);
  return parsed.success ? parsed.data : { ...definition.initial, ...node.settings };
}

/** Calls a definition's own function; incomplete settings may make it throw (T1). */
function tried<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

function shapeOf(definition: NodeDefinition | undefined): StepFacts['shape'] {
  if (definition?.does.kind !== 'structure') return 'card';
  if (ROOMS.has(definition.does.as)) return 'room';
  return definition.does.as === 'start' || definition.does.as === 'end' ? 'pill' : 'card';
}

function make(registry: Registry, node: WorkflowNode): StepFacts {
  const definition = registry.get(node.type);
  const type = node.type.split('@')[0] ?? node.type;
  const kind = tMaybe(`node.${type}.title`) ?? type;
  if (!definition)
    return {
      definition,
      family: 'flow',
      icon: 'circle-help',
      kind,
      ways: [],
      line: t('app.step.unknown'),
      sentence: undefined,
      isAsked: false,
      shape: 'card',
    };
  const settings = settingsOf(definition, node);
  const ports = tried(
    () => definition.ports(settings),
    tried(() => definition.ports(definition.initial), []),
  );
  const sentence = tried<Said | undefined>(() => definition.sentence(settings), undefined);
  const asked = definition.family === 'person' ? questionOf(node.settings['title']) : '';
  return {
    definition,
    family: definition.family,
    icon: iconOf(definition, node),
    kind,
    ways: ports.flatMap((port) => wayOf(node, port)),
    line: insideOf(node) || asked || (sentence ? plain(t(sentence.code, sentence.params)) : ''),
    isAsked: asked !== '' || node.collapsed === true,
    sentence,
    shape: node.collapsed && node.scope ? 'card' : shapeOf(definition),
  };
}

/** A way out in words; settings that do not fit may make anything of it (T1). */
function wayOf(node: WorkflowNode, port: Port): Way[] {
  if (typeof port.id !== 'string') return [];
  const words = tried(() => sayPort(language, node.type, port), port.id);
  return [{ ...port, words: typeof words === 'string' ? words : port.id }];
}

/** What lies in a room that is drawn as a card; nothing for everything else. */
function insideOf({ collapsed, scope }: WorkflowNode): string {
  if (!collapsed || !scope) return '';
  const names = scope.nodes.map(({ name }) => name).join(', ');
  return t('app.room.inside', { n: scope.nodes.length, names });
}

/** A question that stands as it is, without values to be filled in. */
function questionOf(title: Json | undefined): string {
  const text = isText(title) ? title['@text'] : title;
  return typeof text === 'string' && pathsIn(text).length === 0 ? text : '';
}

const END_ICONS: Record<string, string> = {
  done: 'circle-check',
  refused: 'circle-slash',
  does_not_know: 'circle-help',
};

function iconOf(definition: NodeDefinition, node: WorkflowNode): string {
  const outcome = node.settings['outcome'];
  if (definition.type === 'end') return END_ICONS[textOf(outcome) || 'done'] ?? definition.icon;
  return definition.icon;
}

const plain = (sentence: string): string => sentence.replaceAll('**', '');

/** What a step looks like (T2). */
export function stepFacts(registry: Registry, node: WorkflowNode): StepFacts {
  const byRegistry = known.get(node) ?? new Map<Registry, Kept>();
  const found = byRegistry.get(registry);
  if (found?.language === language) return found.facts;
  const facts = make(registry, node);
  byRegistry.set(registry, { language, facts });
  known.set(node, byRegistry);
  return facts;
}

/** The line on the card: short where there is a short form, with names instead of ids. */
export function spokenLine(facts: StepFacts, names: Names): string {
  const { sentence, definition } = facts;
  if (!sentence || facts.isAsked) return facts.line;
  const short = `app.line.${definition?.type}`;
  const said = isSaid(short) ? { ...sentence, code: short } : sentence;
  return plain(spoken(said, names)).replace(/\.$/, '');
}

/** "a manager", "an owner": whoever has the role. */
export const roleWords = (role: string): string =>
  role === ''
    ? t('app.person.nobody')
    : t(/^[aeiou]/i.test(role) ? 'who.role_an' : 'who.role', { role });

/** A said sentence with tools and people by their names; emphasis stays in. */
function spoken(sentence: Said, { tools, people }: Names): string {
  const { tool, ask } = sentence.params ?? {};
  const card = tool === undefined ? undefined : tools.get(String(tool));
  const person = ask === undefined ? undefined : people.get(String(ask));
  return t(sentence.code, {
    ...sentence.params,
    ...(card ? { tool: card.title } : {}),
    ...(ask === undefined ? {} : { ask: person?.name ?? roleWords(String(ask)) }),
  });
}

/** What stands beside the name of a start or end. */
export const pillKind = (facts: StepFacts): string =>
  t(facts.definition?.type === 'start' ? 'app.pill.start' : 'app.pill.end');

/** The limit in a card's lower right corner, as far as the step has one. */
export function limitOf(facts: StepFacts, node: WorkflowNode, names: Names): string {
  const { definition } = facts;
  const within = node.settings['withinMs'];
  if (facts.family === 'person')
    return typeof within === 'number'
      ? t('app.foot.within', { time: duration(within) })
      : t('app.foot.waits');
  if (definition?.type === 'condition') return t('app.foot.ways', { n: facts.ways.length });
  if (definition?.effect === 'card') {
    const tool = names.tools.get(textOf(node.settings['tool']));
    return tool ? t(`app.foot.effect.${tool.effect}`) : '';
  }
  if (facts.family !== 'agent' || !definition) return '';
  return t('app.foot.most', { time: duration(node.timeoutMs ?? definition.timeoutMs) });
}
