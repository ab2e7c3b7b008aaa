// What one attempt at a tool comes back with. A tool costs one call and no tokens.

import type { FailureKind, ToolReply } from '../node.ts';
import type { Answered } from '../4-run/ports.ts';

export type Attempt = Answered<ToolReply>;

const used = { modelCalls: 0, toolCalls: 1, tokens: 0, costNano: 0 };

export const given = (reply: ToolReply): Attempt => ({ ok: true, reply, used });

export const failed = (
  kind: Exclude<FailureKind, 'denied'>,
  code: string,
  params: Record<string, string | number> = {},
): Attempt => ({ ok: false, failure: { kind, code, params }, used });
