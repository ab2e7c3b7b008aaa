// The tool servers of a workspace: what its people agreed to lies with the engine's state, and so
// do the empty folders in which programs work.

import path from 'node:path';
import { realClock, realRandom } from '../4-run/clock.ts';
import { mintId } from '../base/ids.ts';
import { writeAtomic } from '../1-document/write.ts';
import type { Folder } from '../1-document/schema.ts';
import type { Net } from '../net/safe-fetch.ts';
import type { SecretPort } from '../secrets/port.ts';
import { agreementsIn } from '../tools/mcp-agreements.ts';
import { openToolServers, type Named, type ToolServers } from '../tools/mcp.ts';
import { KEEPER } from './beside.ts';

type Outside = { net: Net; secrets: SecretPort };

/** Servers over a state folder; nothing is started before it is called for. */
export function serversIn(stateDir: string, { net, secrets }: Outside): ToolServers {
  const file = path.join(stateDir, 'agreed.json');
  return openToolServers({
    dir: path.join(stateDir, 'programs'),
    env: process.env,
    secret: async (name, place) => {
      const read = await secrets.read({ name, place, by: 'tool' });
      return read.ok ? read.value : undefined;
    },
    net,
    mark: () => mintId('mcp_', realRandom),
    keeper: KEEPER,
    clock: realClock,
    agreements: agreementsIn({ file, write: writeAtomic, now: realClock.now }),
  });
}

/** What a workflow's folder names, as tool servers are asked about it. */
export const namedIn = ({ workflow, servers = [], cards }: Folder): Named => ({
  workflow: workflow.id,
  servers,
  cards,
});
