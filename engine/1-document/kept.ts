// What is known of an earlier form of a workflow, wherever it lies.

/**
 * What brought a version about: drawing; bringing an earlier one back; putting two sides together;
 * publishing; found on the disk, written by somebody else; found there in an older format; kept
 * beside the file because the other side of a conflict was chosen.
 */
export const HOW = [
  'edit',
  'restore',
  'merge',
  'publish',
  'outside',
  'older',
  'set_aside',
] as const;
export type How = (typeof HOW)[number];
export type Kept = { id: string; at: number; how: How; by?: string; name?: string };
