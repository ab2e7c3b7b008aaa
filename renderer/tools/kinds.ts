// What can be added: kinds of tools as people think of them, and the card each of them begins with.
// TK1 a new card assumes the worst: unless its kind can only read, what it does counts as
//     something that cannot be taken back until a person says otherwise.
// TK2 a new tool can be practised at once: its double answers with examples.

import {
  Database,
  FileSearch,
  FolderOpen,
  FolderPen,
  Globe,
  Inbox,
  MailOpen,
  Plug,
  Send,
  Theater,
  type LucideIcon,
} from 'lucide-react';
import { cardSchema, type Card, type Practice } from '../../engine/1-document/schema.ts';
import { freshId } from '../../engine/base/ids.ts';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import type { ToolKind } from '../../engine/node.ts';
import { t } from '../words.ts';

export const ADAPTER_ICONS: Record<ToolKind, LucideIcon> = {
  http: Globe,
  mail_send: Send,
  mail_read: Inbox,
  mcp: Plug,
  folder: FolderOpen,
  files: FolderPen,
  sql: Database,
  knowledge: FileSearch,
  practice: Theater,
  mail_parse: MailOpen,
};

/** Kinds one adds directly; tools of other programs come by their server. */
export type Addable = Exclude<ToolKind, 'mcp'>;

const field = (id: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  id,
  label: t(`tool.field.${id}`),
  kind,
  ...more,
});
const must = { required: true };
const record = (id: string, fields: Field[]): Field => field(id, 'record', { fields });
const list = (id: string, of: Field): Field => field(id, 'list', { of, required: true });

const FILE = (): Field[] => [
  field('name', 'text', must),
  field('text', 'long_text'),
  field('size', 'number', must),
  field('type', 'text', must),
];
const MAIL = (): Field[] => [
  field('from', 'text', must),
  field('subject', 'text'),
  field('date', 'date'),
  field('text', 'long_text'),
];

type Start = Partial<Card> & Pick<Card, 'class' | 'effect'>;

const STARTS: Record<Addable, () => Start> = {
  http: () => ({
    class: 'operational',
    effect: 'irreversible', // TK1
    options: { method: 'GET', url: '' },
    source: 'web',
  }),
  mail_send: () => ({
    class: 'communication',
    effect: 'irreversible',
    options: { host: '', port: 465, security: 'tls', from: '', allow: [] },
    args: [
      field('to', 'mail', must),
      field('subject', 'text', must),
      field('body', 'long_text', must),
    ],
    result: [field('message_id', 'text', must)],
    rate: { calls: 20, perMs: 3_600_000 },
  }),
  mail_read: () => ({
    class: 'communication',
    effect: 'read',
    options: { host: '', port: 993, security: 'tls', folders: ['INBOX'] },
    args: [field('since', 'date'), field('max', 'number', { min: 1, max: 100 })],
    result: [list('mails', record('mail', MAIL())), field('count', 'number', must)],
    source: 'mail',
    alwaysFresh: true,
  }),
  folder: () => ({
    class: 'operational',
    effect: 'read',
    options: { folder: 'inputs' },
    result: [list('files', record('file', FILE())), field('count', 'number', must)],
    source: 'file',
    alwaysFresh: true,
  }),
  files: () => ({
    class: 'operational',
    effect: 'irreversible',
    options: { folder: 'outbox', may: ['write'] },
    args: [field('name', 'text', must), field('text', 'long_text', must)],
    result: [field('name', 'text', must), field('size', 'number', must)],
    idempotency: 'check',
    source: 'file',
  }),
  sql: () => ({
    class: 'operational',
    effect: 'read',
    options: { file: '', table: '', find: ['id'] },
    args: [field('id', 'text', must)],
    result: [field('found', 'yes_no', must), field('count', 'number', must)],
    source: 'table',
  }),
  knowledge: () => ({
    class: 'operational',
    effect: 'read',
    options: { folder: 'knowledge' },
    args: [field('query', 'long_text', must)],
    result: [
      list('passages', record('passage', [field('file', 'text'), field('text', 'long_text')])),
      field('count', 'number', must),
    ],
    source: 'file',
  }),
  practice: () => ({
    class: 'operational',
    effect: 'irreversible', // TK1
    args: [field('value', 'text', must)],
    result: [field('answer', 'text', must)],
    idempotency: 'key',
  }),
  mail_parse: () => ({
    class: 'communication',
    effect: 'read',
    args: [field('raw', 'long_text', must)],
    result: MAIL(),
    source: 'untrusted',
  }),
};

/** A card of a kind, as it begins. */
export function newCard(kind: Addable, taken: ReadonlySet<string>): Card {
  const title = t(`tool.kind.${kind}`);
  return cardSchema.parse({
    name: freshId(title, taken, 'tool'),
    title,
    adapter: kind,
    ...STARTS[kind](),
  });
}

const EXAMPLES: Partial<Record<Field['kind'], Json>> = {
  number: 1,
  money: 100,
  yes_no: true,
  date: '2026-11-20',
  mail: 'mia@example.com',
  link: 'https://example.com',
};

/** A plausible value of a field: its example, or one of its kind. */
function exampleOf({ kind, label, example, choices, of, fields }: Field): Json {
  if (example !== undefined) return example as Json;
  if (kind === 'choice') return choices?.[0]?.id ?? '';
  if (kind === 'list') return of ? [exampleOf(of)] : [];
  if (kind === 'record') return examplesOf(fields ?? []);
  return EXAMPLES[kind] ?? t('tool.example', { label });
}

export const examplesOf = (fields: Field[]): Record<string, Json> =>
  Object.fromEntries(fields.map((one) => [one.id, exampleOf(one)]));

/** What plays a new tool while practising (TK2). */
export const newDouble = (card: Card): Practice['tools'][number] => ({
  name: card.name,
  answers: [{ value: examplesOf(card.result) }],
});
