// The other end of the pool (tools/pool.ts): one thread that reads documents and searches folders.
// WK1 one piece of work at a time, one answer to each; what breaks is answered too.

import { parentPort } from 'node:worker_threads';
import { realClock } from '../4-run/clock.ts';
import { openKnowledge } from '../5-record/knowledge.ts';
import { documentText } from '../tools/document-text.ts';
import { searchFolder, type Found, type Searched } from '../tools/knowledge-index.ts';
import { parseMail } from '../tools/mail-text.ts';
import type { Job } from '../tools/work.ts';

async function search({ index: file, ...searched }: Searched): Promise<Found> {
  const index = openKnowledge(file);
  try {
    return await searchFolder(searched, index, { read: documentText, now: realClock.now });
  } finally {
    index.close();
  }
}

function carryOut(job: Job): Promise<unknown> {
  switch (job.name) {
    case 'text':
      return documentText(job.input.name, job.input.bytes);
    case 'mail':
      return parseMail(job.input.bytes);
    case 'search':
      return search(job.input);
  }
}

parentPort?.on('message', (job: Job) => {
  carryOut(job).then(
    (value) => parentPort?.postMessage({ ok: true, value }),
    () => parentPort?.postMessage({ ok: false, why: 'broke' }), // WK1
  );
});
