// English sentences: cards. Keys are codes; see say.ts for the placeholders.

export const cards: Record<string, string> = {};
