// What a person is shown before a call is what the call sends.
import { describe, expect, test } from 'vitest';
import { cardOf } from '../../e2e/kit/tools-kit.ts';
import { requestOf } from './http-request.ts';
import { httpSchema } from '../policy/http-options.ts';
import { KEY_MARK, sentBy } from './sent.ts';

const linesOf = (...given: Parameters<typeof sentBy>): [string, string][] => {
  const sent = sentBy(...given);
  if ('fault' in sent) throw new Error(sent.fault.code);
  return sent.lines.map(({ part, text }) => [part, text]);
};
const faultOf = (...given: Parameters<typeof sentBy>): string => {
  const sent = sentBy(...given);
  return 'fault' in sent ? sent.fault.code : 'sent';
};

describe('what would be sent', () => {
  test('to an address is the very request, with the name of the key and never the key', () => {
    const options = { method: 'POST', url: 'https://api.example.com/orders/{{id}}' };
    const card = cardOf('http', options, ['id', 'note'], {
      secret: 'shop',
      idempotency: 'key',
      effect: 'write',
      hosts: ['api.example.com'],
    });
    const args = { id: '7/8', note: 'hi' };
    expect(faultOf(card, args)).toBe('failure.http_argument');
    const sent = linesOf(card, { id: '7', note: 'hi' });
    const request = requestOf(card, httpSchema.parse(options), { id: '7', note: 'hi' }, KEY_MARK);
    if ('fault' in request) throw new Error('a request was expected');
    expect(sent).toContainEqual(['address', `POST ${request.url}`]);
    expect(sent).toContainEqual(['key', 'shop']);
    expect(sent).toContainEqual(['header', KEY_MARK]);
    expect(JSON.parse(sent.find(([part]) => part === 'body')?.[1] ?? '')).toEqual(
      JSON.parse(request.body ?? ''),
    );
  });

  test('as a mail names everybody it goes to, and nobody its card does not list', () => {
    const options = {
      host: 'smtp.example.com',
      port: 465,
      from: 'us@example.com',
      allow: ['@example.com'],
    };
    const card = cardOf('mail_send', options, ['to', 'subject', 'body']);
    const mail = {
      to: 'ann@example.com; bo@example.com',
      subject: 'Hi\nBcc: x@y.z',
      body: 'Words',
    };
    expect(linesOf(card, mail)).toEqual([
      ['place', 'smtp.example.com:465'],
      ['from', 'us@example.com'],
      ['to', 'ann@example.com, bo@example.com'],
      ['subject', 'Hi Bcc: x@y.z'],
      ['body', 'Words'],
    ]);
    expect(faultOf(card, { ...mail, to: 'eve@elsewhere.com' })).toBe('failure.mail_recipient');
  });

  test('to a table is the statement it will be asked with', () => {
    const card = cardOf('sql', { file: 'shop.db', table: 'customer', find: { number: 'id' } }, [
      'number',
    ]);
    expect(linesOf(card, { number: '7' })).toContainEqual([
      'statement',
      'SELECT * FROM "customer" WHERE "id" = @number',
    ]);
    expect(faultOf(card, {})).toBe('failure.sql_nothing_given');
  });

  test('to the tool of another program goes under the names it knows', () => {
    const options = { server: 'files', tool: 'read-file', names: { file_path: 'file-path' } };
    const card = cardOf('mcp', options, ['file_path']);
    const body = linesOf(card, { file_path: 'a.txt' }).find(([part]) => part === 'body')?.[1];
    expect(JSON.parse(body ?? '')).toEqual({ 'file-path': 'a.txt' });
  });

  test('in a folder says the folder, what is done there, and with what', () => {
    const card = cardOf('files', { folder: 'out', may: ['write'] }, ['name', 'text'], {
      effect: 'write',
    });
    expect(linesOf(card, { name: 'a.txt', text: 'x' })).toEqual([
      ['folder', 'out'],
      ['doing', 'write'],
      ['argument', 'a.txt'],
      ['argument', 'x'],
    ]);
  });

  test('is nothing while the card or the arguments are not finished, and that is said', () => {
    expect(faultOf(cardOf('http', { url: '' }), {})).toBe('failure.tool_options');
    expect(faultOf(cardOf('files', { folder: 'out' }), {})).toBe('failure.tool_options');
    const strict = cardOf('knowledge', { folder: 'docs' }, [
      { id: 'query', label: 'Question', kind: 'text', required: true },
    ]);
    expect(faultOf(strict, {})).toBe('failure.tool_arguments');
  });
});
