// The names of the words that cross between the page and the main process; see bridge.ts.

/** From the page to the app. */
export const TELL = {
  theme: 'interlock:theme',
  menus: 'interlock:menus',
  notice: 'interlock:notice',
} as const;

/** From the app to the page. */
export const HEAR = { give: 'interlock:give', file: 'interlock:file' } as const;
