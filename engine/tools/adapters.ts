// The tools of the product, behind the one port the runner calls: one adapter per kind of tool.
// T1 at most one attempt per call; retries are the runner's. Nothing throws for what a tool met.
// T2 arguments are checked once more against the card: what does not fit is never carried out.
// T3 a kind of tool nobody brought is a failure that says so, never a success.

import { fitFields } from '../base/fields.ts';
import { asText } from '../base/binding.ts';
import type { AuthorityCard, ToolKind, ToolReply } from '../node.ts';
import type { ToolPort } from '../4-run/ports.ts';
import { failed, given } from './answer.ts';
import type { ReadText } from './file-text.ts';
import { callFolder } from './folder.ts';
import type { ReadMail } from './mail-reader.ts';
import { callPractice } from './practice.ts';
import type { World } from './world.ts';

/** One kind of tool. `check` tells what the call of a key came to, if it has happened. */
export type Adapter = {
  call: ToolPort['call'];
  check?: (card: AuthorityCard, key: string) => Promise<ToolReply | undefined>;
};
export type Adapters = Partial<Record<ToolKind, Adapter>>;

/** The tools, over whatever kinds are brought. */
export function createTools(adapters: Adapters): ToolPort {
  return {
    call: async (card, args, ctx) => {
      const adapter = adapters[card.adapter];
      if (!adapter) return failed('terminal', 'failure.tool_kind', { tool: card.title }); // T3
      const fit = fitFields(card.args, args);
      const [fault] = fit.faults;
      if (fault) {
        const params = { tool: card.title, field: fault.field };
        return failed('terminal', 'failure.tool_arguments', params); // T2
      }
      return adapter.call(card, fit.value, ctx);
    },
    check: async (card, key) => {
      const check = adapters[card.adapter]?.check;
      if (!check) throw new Error('the tool cannot be asked');
      return check(card, key);
    },
  };
}

/** Practice tools, over a world handed in. */
export const practiceAdapter = (world: World): Adapter => ({
  call: async (card, args, ctx) => callPractice(world, card, args, ctx),
  check: (_card, key) => Promise.resolve(world.answered(key)),
});

/** Reading a folder beside the workflow. */
export const folderAdapter = (read: ReadText): Adapter => ({
  call: (card, args, { workflowDir, signal }) =>
    callFolder(card, args, { read, workflowDir, signal }),
});

/** Taking apart a mail that is at hand. */
export const mailParseAdapter = (readMail: ReadMail): Adapter => ({
  call: async ({ title }, args, { signal }) => {
    const raw = new TextEncoder().encode(asText(args['raw'] ?? null));
    const mail = await readMail(raw, { signal });
    return mail
      ? given({ value: mail })
      : failed('terminal', 'failure.mail_unreadable', { tool: title });
  },
});
