// What a call would send, exactly, before anybody sends it: the same functions compose it as when
// it is called.
// SE1 nothing is called, opened or looked up here; a key is named, never read.
// SE2 what cannot be sent says why, in the words its call would have failed with.

import { asText } from '../base/binding.ts';
import { fitFields } from '../base/fields.ts';
import type { Json, JsonObject } from '../base/value.ts';
import type { AuthorityCard, Said } from '../node.ts';
import { httpSchema } from '../policy/http-options.ts';
import type { Sent, SentLine } from '../policy/sent-line.ts';
import { formOf } from '../policy/sql-options.ts';
import {
  filesSchema,
  knowledgeSchema,
  readSchema,
  sendSchema,
  sqlSchema,
} from '../policy/tool-options.ts';
import type { Attempt } from './answer.ts';
import { optionsOf } from './card-options.ts';
import { requestOf } from './http-request.ts';
import { outwardArgs } from './mcp-card.ts';
import { oneLine, recipients } from './mail-send.ts';
import { statementOf } from './sql-forms.ts';

/** Stands where the key of a call will stand. */
export const KEY_MARK = '<key of the call>';

const faultOf = (attempt: Attempt): { fault: Said } =>
  attempt.ok
    ? { fault: { code: 'failure.tool_options' } }
    : { fault: { code: attempt.failure.code, params: attempt.failure.params ?? {} } };

const line = (part: SentLine['part'], text: string, name?: string): SentLine => ({
  part,
  text,
  ...(name === undefined ? {} : { name }),
});

const pretty = (x: Json): string => (typeof x === 'string' ? x : JSON.stringify(x, null, 2));

/** The arguments one by one, under the names people know them by. */
const named = (card: AuthorityCard, args: JsonObject): SentLine[] =>
  card.args.flatMap(({ id, label }) =>
    args[id] === undefined || args[id] === null ? [] : [line('argument', pretty(args[id]), label)],
  );

type Compose = (card: AuthorityCard, args: JsonObject) => SentLine[] | { fault: Said };

const http: Compose = (card, args) => {
  const read = optionsOf(httpSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  const request = requestOf(card, read.options, args, KEY_MARK);
  if ('fault' in request) {
    const wrong = request.fault;
    return 'card' in wrong
      ? { fault: { code: 'failure.tool_options', params: { tool: card.title, field: wrong.card } } }
      : {
          fault: {
            code: 'failure.http_argument',
            params: { tool: card.title, field: wrong.argument },
          },
        };
  }
  const { secretAs } = read.options;
  const header = secretAs.as === 'header' ? secretAs.name : 'authorization';
  return [
    line('address', `${request.method} ${request.url}`),
    ...Object.entries(request.headers).map(([name, text]) => line('header', text, name)),
    ...(card.secret === undefined ? [] : [line('key', card.secret, header)]),
    ...(request.body === undefined ? [] : [line('body', laidOut(request.body))]),
  ];
};

/** A body as people can read it; what is no data stays as it is. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const mail: Compose = (card, args) => {
  const read = optionsOf(sendSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  const { options } = read;
  const checked = recipients(card, options, args);
  if ('fault' in checked) return faultOf(checked.fault);
  const { to, cc, bcc } = checked.who;
  const all = (part: SentLine['part'], list: string[]): SentLine[] =>
    list.length ? [line(part, list.join(', '))] : [];
  return [
    line('place', `${options.host}:${options.port}`),
    ...(card.secret === undefined ? [] : [line('key', card.secret, options.user ?? '')]),
    line('from', options.fromName ? `${options.fromName} <${options.from}>` : options.from),
    ...all('to', to),
    ...all('cc', cc),
    ...all('bcc', bcc),
    line('subject', oneLine(asText(args['subject'] ?? null))),
    line('body', asText(args['body'] ?? null).toWellFormed()),
  ];
};

const mailRead: Compose = (card, args) => {
  const read = optionsOf(readSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  const { host, port, folders } = read.options;
  const folder = asText(args['folder'] ?? folders[0] ?? '');
  return [line('place', `${host}:${port}`), line('folder', folder), ...named(card, args)];
};

const files: Compose = (card, args) => {
  const read = optionsOf(filesSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  const { folder, may } = read.options;
  const doing = may.length === 1 ? may[0] : asText(args['do'] ?? null);
  return [line('folder', folder), line('doing', doing ?? ''), ...named(card, args)];
};

const folder: Compose = (card, args) => [
  line('folder', asText(card.options?.['folder'] ?? 'inputs')),
  ...named(card, args),
];

const knowledge: Compose = (card, args) => {
  const read = optionsOf(knowledgeSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  return [line('folder', read.options.folder), ...named(card, args)];
};

const sql: Compose = (card, args) => {
  const read = optionsOf(sqlSchema, card);
  if ('fault' in read) return faultOf(read.fault);
  const { options } = read;
  const form = formOf(options);
  if (!form)
    return { fault: { code: 'failure.tool_options', params: { tool: card.title, field: 'sql' } } };
  const pairs = [
    ...(options.find ?? []),
    ...(options.insert ?? []),
    ...(options.key ?? []),
    ...(options.update ?? []),
  ];
  const columns = new Set([...pairs.map(([, column]) => column), ...(options.show ?? [])]);
  const given = new Set(Object.keys(args));
  try {
    const text = form === 'sql' ? (options.sql ?? '') : statementOf(options, columns, given);
    return [line('file', options.file), line('statement', text), ...named(card, args)];
  } catch {
    return {
      fault: {
        code: 'failure.sql_nothing_given',
        params: { tool: card.title, file: options.file, said: '' },
      },
    };
  }
};

const mcp: Compose = (card, args) => [
  line('place', asText(card.options?.['server'] ?? null)),
  line('doing', asText(card.options?.['tool'] ?? null)),
  line('body', JSON.stringify(outwardArgs(card, args), null, 2)),
];

const COMPOSE: Record<AuthorityCard['adapter'], Compose> = {
  http,
  mail_send: mail,
  mail_read: mailRead,
  files,
  folder,
  knowledge,
  sql,
  mcp,
  practice: named,
  mail_parse: named,
};

/** What would be sent with these arguments, or why nothing could be (SE1, SE2). */
export function sentBy(card: AuthorityCard, args: JsonObject): Sent {
  const fit = fitFields(card.args, args);
  const [fault] = fit.faults;
  if (fault) {
    const field =
      card.args.find(({ id }) => id === fault.field.split('.')[0])?.label ?? fault.field;
    return { fault: { code: 'failure.tool_arguments', params: { tool: card.title, field } } };
  }
  const composed = COMPOSE[card.adapter](card, fit.value);
  return 'fault' in composed ? composed : { lines: composed };
}
