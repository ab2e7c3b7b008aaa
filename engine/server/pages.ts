// The designer's files, and the policy they run under.
// P1 only files that lay in the built folder when the server started are ever served: an address is
//    looked up in a table and never becomes a path.
// P2 the page gets a fresh nonce each time: styles the components add carry it, scripts need none.

import { randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
  '.map': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const NONCE = '__NONCE__';

/** What every answer carries, page or data. */
export const SAFE_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** The policy of the page: everything from here, nothing inline but styles with the nonce. */
const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Every file below a folder by its address. */
function table(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    names
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [`/${path.relative(folder, file).split(path.sep).join('/')}`, file]),
  );
}

/** Answers for addresses outside `/api`; `dist` is the built designer and must be there. */
export function createPages(dist: string): (address: string) => Response {
  const files = table(dist);
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  return (address) => {
    if (address === '/' || address === '/index.html') {
      const nonce = randomBytes(16).toString('base64');
      const headers = { 'content-type': TYPES['.html'] ?? '', 'cache-control': 'no-store' };
      const policy = { 'content-security-policy': pagePolicy(nonce) };
      return new Response(page.replaceAll(NONCE, nonce), {
        headers: { ...SAFE_HEADERS, ...policy, ...headers },
      });
    }
    const file = files.get(address);
    if (!file) return new Response(null, { status: 404, headers: SAFE_HEADERS });
    // Built names carry the hash of what is in them, so they may be kept for good.
    const keep = address.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache';
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return new Response(new Uint8Array(readFileSync(file)), {
      headers: { ...SAFE_HEADERS, 'content-type': type, 'cache-control': keep },
    });
  };
}
