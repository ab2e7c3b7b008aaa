// What people type into a list of addresses or hosts, without the marks between its entries.

/** Entries without spaces and marks around them; empty ones go, doubles too. */
export const cleanList = (list: readonly string[]): string[] => [
  ...new Set(list.map((one) => one.replace(/^[\s,;]+|[\s,;]+$/g, '')).filter(Boolean)),
];
