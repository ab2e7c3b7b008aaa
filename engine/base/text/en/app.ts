// English sentences: app. Keys are codes; see say.ts for the placeholders.

export const app: Record<string, string> = {};
