// One sentence of a contract, as a code with parameters.

import type { Said } from '../node.ts';

export type Topic = 'may' | 'must_ask' | 'must_never' | 'stops_when' | 'way';

/**
 * Words to emphasise are marked with **…** in the catalogue; the code is `contract.<topic>.<name>`.
 */
export type ContractSentence = Said & { topic: Topic };

export const sentence = (
  topic: Topic,
  name: string,
  params: Record<string, string | number> = {},
): ContractSentence => ({ topic, code: `contract.${topic}.${name}`, params });
