// The outside world of the crash test: another process that writes down every request it ever gets.
// Each line of its file is one request: {key, logical, at}. It answers after a moment, so that
// kills land while a request is under way. It never forgets and never refuses a repeated key.

import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [, , file = '', delayMs = '8'] = process.argv;
let open = 0;

const server = createServer((request, response) => {
  if (request.url === '/open') {
    response.end(String(open));
    return;
  }
  open += 1;
  const key = String(request.headers['idempotency-key'] ?? '');
  const logical = String(request.headers['x-logical'] ?? '');
  appendFileSync(file, `${JSON.stringify({ key, logical, at: Date.now() })}\n`);
  let isGone = false;
  const leave = (): void => {
    if (!isGone) open -= 1;
    isGone = true;
  };
  response.once('close', leave);
  setTimeout(() => {
    leave();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ n: 1 }));
  }, Number(delayMs));
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' && address ? address.port : 0}\n`);
});
