// All that crosses between the page and the main process, word for word. The window's title needs
// no bridge, it follows the page's own; data goes over the contract, never through here.
// B1 what arrives is checked on arrival: its form, and that our own page sent it.
// B2 nothing is asked for an answer: each word goes one way, and an unknown one changes nothing.

import { z } from 'zod';
import { TELL } from './channels.ts';
import { isOwn } from './security.ts';

type Modules = Pick<typeof import('electron'), 'ipcMain' | 'nativeTheme'>;

/** Roles a menu of the page may name: text fields, the size of the page, windows. */
const ROLES = [
  ...(['cut', 'copy', 'paste', 'reload', 'zoomIn', 'zoomOut', 'resetZoom'] as const),
  ...(['togglefullscreen', 'minimize', 'close', 'quit'] as const),
] as const;

const words = z.string().max(300);
/** A command's id, or an address behind `#` of our own page. */
const give = z.string().regex(/^(?:[a-z][a-z_]{0,40}|#\/[\w/%-]{0,300})$/);
const entrySchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('line') }),
  z.strictObject({ is: z.literal('role'), role: z.enum(ROLES), label: words }),
  z.strictObject({
    is: z.literal('command'),
    give,
    label: words,
    keys: z.string().max(40),
    isOn: z.boolean(),
  }),
]);
const menusSchema = z
  .array(z.strictObject({ label: words, entries: z.array(entrySchema).max(60) }))
  .max(12);
const noticeSchema = z.strictObject({ title: words, body: words, place: give });
const themeSchema = z.enum(['light', 'dark', 'system']);

export type MenuList = z.infer<typeof menusSchema>[number];
export type Notice = z.infer<typeof noticeSchema>;

/** What the page finds as `window.shell`. */
export type Shell = {
  /** Menus, frame and dialogs become light or dark with the page, or follow the system. */
  theme: (wanted: z.infer<typeof themeSchema>) => void;
  /** The menu bar from now on. */
  menus: (menus: MenuList[]) => void;
  /** Tells the person something; choosing it brings the window to the front, at its place. */
  notice: (notice: Notice) => void;
  /** What was chosen in the menu or a notice: a command's id, or an address behind `#`. */
  onGive: (hear: (give: string) => void) => void;
  /** A file that was opened with the app. */
  onFile: (hear: (name: string, bytes: Uint8Array) => void) => void;
};

/** What the main process does with each word of the page. */
export type Heard = { menus: (menus: MenuList[]) => void; notice: (notice: Notice) => void };

/** Listens to the page (B1, B2). */
export function setupBridge({ ipcMain, nativeTheme }: Modules, heard: Heard): void {
  const on = <S extends z.ZodType>(
    channel: string,
    schema: S,
    act: (told: z.output<S>) => void,
  ): void => {
    ipcMain.on(channel, (event, told: unknown) => {
      const read = isOwn(event.senderFrame?.url) ? schema.safeParse(told) : undefined;
      if (read?.success) act(read.data);
    });
  };
  on(TELL.theme, themeSchema, (wanted) => (nativeTheme.themeSource = wanted));
  on(TELL.menus, menusSchema, heard.menus);
  on(TELL.notice, noticeSchema, heard.notice);
}
