// A tool in another workflow's file: whole, and under a name nobody has there.
// CO1 pure. What is there already stays as it is; a program of the same words is not added twice.

import type { Card, ToolServer } from '../../engine/1-document/schema.ts';
import type { ToolsFile } from '../../engine/1-document/tools-file.ts';
import { canonical } from '../../engine/base/canonical.ts';
import { freshId } from '../../engine/base/ids.ts';

const wordsOf = ({ id: _id, ...words }: ToolServer): string => canonical(words);

/** The server a card belongs to, by the id it has (or gets) in the other file. */
function serverIn(into: ToolsFile, server: ToolServer): { id: string; servers: ToolServer[] } {
  const known = into.servers.find((one) => wordsOf(one) === wordsOf(server));
  if (known) return { id: known.id, servers: into.servers };
  const id = freshId(server.id, new Set(into.servers.map((one) => one.id)), 'server');
  return { id, servers: [...into.servers, { ...server, id }] };
}

/** The other file with the tool in it (CO1). */
export function withCopy(into: ToolsFile, card: Card, from: ToolsFile): ToolsFile {
  const name = freshId(card.name, new Set(into.cards.map((one) => one.name)), 'tool');
  const double = from.doubles.find((one) => one.name === card.name);
  const { unlinked: _unlinked, ...linked } = card;
  const server = from.servers.find(({ id }) => id === card.options?.['server']);
  const found = card.adapter === 'mcp' && server ? serverIn(into, server) : undefined;
  const options = found ? { ...card.options, server: found.id } : card.options;
  const free = into.doubles.filter((one) => one.name !== name);
  return {
    cards: [...into.cards, { ...linked, name, ...(options ? { options } : {}) }],
    servers: found?.servers ?? into.servers,
    doubles: double ? [...free, { ...double, name }] : into.doubles,
  };
}
