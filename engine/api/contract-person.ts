// The part of the contract about the person in front of this workspace: how they like it, kept with
// the engine's state on their computer and never in the workspace's folder, which others may share.
// It is spread into contract.ts.

import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,80}$/);

/** The longest list of what was open lately. */
const RECENT = 8;

/** What is not there was never chosen. */
export const preferencesSchema = z.strictObject({
  language: z.enum(['en', 'de']).optional(),
  scheme: z.enum(['light', 'dark', 'auto']).optional(),
  /** The tour was taken or declined. */
  toured: z.boolean().optional(),
  /** Workflows by when they were open last, the latest first. */
  recent: z.array(slug).max(RECENT).optional(),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const PERSON_COMMANDS = {
  /** Keeps what is given; all else stays as it was. */
  prefer: preferencesSchema,
} as const;

export const PERSON_QUERIES = {
  preferences: z.strictObject({}),
} as const;

export type PersonAnswers = {
  prefer: Preferences;
  preferences: Preferences;
};
