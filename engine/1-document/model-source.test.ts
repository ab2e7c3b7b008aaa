// The one field for a model: a key or an address, and which of them it is.
import { expect, test } from 'vitest';
import { addressOf, sourceOf } from './model-source.ts';

const LONG = 'a1B2c3D4e5F6g7H8i9';
const TYPED: [string, unknown][] = [
  ['', { is: 'empty' }],
  ['   ', { is: 'empty' }],
  [`sk-ant-${LONG}`, { is: 'key', maker: { id: 'anthropic' } }],
  [`sk-or-v1-${LONG}`, { is: 'key', maker: { id: 'openrouter' } }],
  [` sk-proj-${LONG}\n`, { is: 'key', key: `sk-proj-${LONG}`, maker: { id: 'openai' } }],
  [`AIza${LONG}`, { is: 'key', maker: { id: 'google' } }],
  [`${LONG}${LONG}`, { is: 'key', maker: undefined }],
  ['http://127.0.0.1:11434', { is: 'address', address: 'http://127.0.0.1:11434', isHome: true }],
  ['http://127.0.0.1:11434/v1/', { is: 'address', address: 'http://127.0.0.1:11434/v1' }],
  ['localhost:1234', { is: 'address', address: 'http://localhost:1234', isHome: true }],
  ['192.168.1.20:8080/v1', { is: 'address', address: 'http://192.168.1.20:8080/v1', isHome: true }],
  ['[::1]:8080', { is: 'address', address: 'http://[::1]:8080', isHome: true }],
  ['api.example.com/v1', { is: 'address', address: 'https://api.example.com/v1', isHome: false }],
  ['https://me:pw@example.com/v1?x=1#y', { is: 'address', address: 'https://example.com/v1' }],
  ['hello there', { is: 'nothing' }],
  ['sk-short', { is: 'nothing' }],
  ['data:text/html,1', { is: 'nothing' }],
  ['file:///etc/passwd', { is: 'nothing' }],
];
test.each(TYPED)('%j is understood', (typed, source) => {
  expect(sourceOf(typed)).toMatchObject(source as object);
});

test('an address is only http or https, and holds nothing but a place', () => {
  for (const typed of ['ftp://127.0.0.1:21', 'http://', 'not an address', '//127.0.0.1'])
    expect(addressOf(typed)).toBeUndefined();
});
