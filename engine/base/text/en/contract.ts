// English sentences: contract. Keys are codes; see say.ts for the placeholders.

export const contract: Record<string, string> = {};
