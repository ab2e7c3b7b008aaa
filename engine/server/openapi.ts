// The contract for other programs: OpenAPI 3.1, made from the same schemas that check every input.

import { z } from 'zod';
import { COMMANDS, QUERIES } from '../api/contract.ts';
import { STREAM } from '../api/stream.ts';

const answers = {
  200: { description: 'The answer' },
  '4XX': { description: 'Refused: { error: { code, sentence, field } }' },
};

const operation = (name: string, schema: z.ZodType) => ({
  operationId: name,
  requestBody: {
    required: true,
    content: { 'application/json': { schema: z.toJSONSchema(schema, { io: 'input' }) } },
  },
  responses: answers,
});

/** The whole document; commands and queries alike are POSTs, queries may also be read by GET. */
export function openApi(): object {
  const all = Object.entries<z.ZodType>({ ...COMMANDS, ...QUERIES });
  const stream = {
    operationId: 'stream',
    parameters: [{ name: 'after', in: 'query', schema: { type: 'integer', minimum: 0 } }],
    responses: {
      200: { description: 'Journal events as they commit', content: { 'text/event-stream': {} } },
    },
  };
  return {
    openapi: '3.1.0',
    info: { title: 'Interlock', version: '1' },
    paths: {
      ...Object.fromEntries(
        all.map(([name, schema]) => [`/api/${name}`, { post: operation(name, schema) }]),
      ),
      [STREAM]: { get: stream },
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
  };
}
