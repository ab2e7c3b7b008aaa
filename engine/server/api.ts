// The contract as HTTP: commands are POSTs, queries GETs or POSTs, one stream of events.
// A1 what comes in is checked by the contract's schema before a handler sees it.
// A2 every failure is `{error: {code, sentence, field}}`; a bug says so and gives nothing away.
// A3 reading changes nothing: a command is never carried out by GET.

import { Hono, type Context } from 'hono';
import { z, type ZodError } from 'zod';
import { STREAM } from '../api/stream.ts';
import type { Name } from '../api/handler.ts';
import { handlers, isCommand, isRemembered, schemaOf } from '../api/handlers.ts';
import type { Asked, Once } from '../api/once.ts';
import { asWrong, isRefused, statusOf } from '../api/wrong.ts';
import { shapeProblems } from '../1-document/shape.ts';
import { RefusedError, refuse } from '../base/refused.ts';
import type { Json } from '../base/value.ts';
import type { Refused } from '../engine.ts';
import type { App } from '../workspace/app.ts';
import { readJson } from './body.ts';
import { openApi } from './openapi.ts';
import { eventStream } from './stream.ts';

export type ApiOptions = {
  /** True over the private socket and in process: the command line's own commands are there. */
  isPrivate: boolean;
  /** Fires when the server goes down: streams end. */
  signal: AbortSignal;
  /** Remembers keys of commands; one for all ways into an engine. */
  once: Once;
  /** Told about what should never happen. */
  onBug: (error: unknown) => void;
};

/** Where the stream begins: after a position of the journal. */
const POSITION = z.strictObject({ after: z.coerce.number().int().min(0) });

/** The first thing wrong with an input, as a refusal in plain words that names its place. */
function badInput(raw: unknown, { issues }: ZodError): never {
  const [first] = shapeProblems('place.sent', raw as Json, issues);
  const what = `problem.${first?.code ?? 'shape_wrong'}`;
  return refuse('api.bad_input', { ...first?.params, what }, first?.path ?? '');
}

/** The API over an app. In process it is asked with `api.request('/api/…')`. */
export function createApi(app: App, { isPrivate, signal, once, onBug }: ApiOptions): Hono {
  const api = new Hono();
  const wrong = (c: Context, refused: Refused['wrong']): Response =>
    c.json(asWrong(app.language, refused), statusOf(refused.code));

  const carryOut = async (c: Context, name: string, raw: unknown): Promise<Response> => {
    const schema = schemaOf(name, isPrivate);
    if (!schema) refuse('unknown.command', { name });
    const parsed = schema.safeParse(raw);
    if (!parsed.success) badInput(raw, parsed.error);
    const act = async (asked: Asked | undefined): Promise<unknown> =>
      handlers[name as Name](app, parsed.data as never, asked);
    const key = isRemembered(name) ? c.req.header('idempotency-key') : undefined;
    const answer = await once(key, name, raw, act);
    return isRefused(answer) ? wrong(c, answer.wrong) : c.json(answer as object);
  };

  api.onError((error, c) => {
    if (error instanceof RefusedError) return wrong(c, error.wrong);
    onBug(error);
    return c.json(asWrong(app.language, { code: 'api.bug' }), 500);
  });
  api.notFound((c) => wrong(c, { code: 'unknown.command', params: { name: c.req.path } }));

  // The stream and the query of one run's events share an address; only the query names a run.
  api.get(STREAM, (c) => {
    if (c.req.query('run') !== undefined) return carryOut(c, 'events', c.req.query());
    const from = c.req.query('after') ?? c.req.header('last-event-id');
    const asked = POSITION.safeParse({ after: from ?? app.engine.lastPos() });
    if (!asked.success) badInput({ after: from }, asked.error);
    const { after } = asked.data;
    const over = AbortSignal.any([signal, c.req.raw.signal]);
    return new Response(eventStream(app.engine, after, over), {
      headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' },
    });
  });
  api.get('/api/openapi.json', (c) => c.json(openApi()));
  api.get('/api/:name', (c) => {
    const name = c.req.param('name');
    if (isCommand(name)) refuse('api.not_by_reading', { name });
    return carryOut(c, name, c.req.query());
  });
  api.post('/api/:name', async (c) => {
    const name = c.req.param('name');
    return carryOut(c, name, await readJson(c.req.raw, name));
  });
  return api;
}
