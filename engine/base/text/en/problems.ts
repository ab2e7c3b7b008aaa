// English sentences: problems. Keys are codes; see say.ts for the placeholders.

export const problems: Record<string, string> = {};
