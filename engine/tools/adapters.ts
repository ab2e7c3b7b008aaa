// The tools of the product, behind the one port the runner calls: practice data, folders, mail.
// T1 at most one attempt per call; retries are the runner's. Nothing throws for what a tool met.
// T2 arguments are checked once more against the card: what does not fit is never carried out.

import { fitFields } from '../base/fields.ts';
import { asText } from '../base/binding.ts';
import type { JsonObject } from '../base/value.ts';
import type { ToolPort } from '../4-run/ports.ts';
import { failed, given, type Attempt } from './answer.ts';
import { callFolder } from './folder.ts';
import { parseMail } from './mail-text.ts';
import { callPractice } from './practice.ts';
import type { World } from './world.ts';

/** The tools, over a practice world handed in. */
export function createTools({ world }: { world: World }): ToolPort {
  const carryOut = async (...[card, args, ctx]: Parameters<ToolPort['call']>): Promise<Attempt> => {
    switch (card.adapter) {
      case 'practice':
        return callPractice(world, card, args, ctx);
      case 'folder':
        return callFolder(card, args, ctx.workflowDir);
      case 'mail_parse':
        return readMail(card.title, args);
    }
  };
  return {
    call: async (card, args, ctx) => {
      const fit = fitFields(card.args, args);
      const [fault] = fit.faults;
      if (fault) {
        const params = { tool: card.title, field: fault.field };
        return failed('terminal', 'failure.tool_arguments', params); // T2
      }
      return carryOut(card, fit.value, ctx);
    },
    check: (_card, key) => Promise.resolve(world.answered(key)),
  };
}

async function readMail(title: string, args: JsonObject): Promise<Attempt> {
  const mail = await parseMail(asText(args['raw'] ?? null));
  return mail
    ? given({ value: mail })
    : failed('terminal', 'failure.mail_unreadable', { tool: title });
}
