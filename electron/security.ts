// Every choice the desktop shell makes about safety, as plain data and pure questions, so that it
// can be read in one place and tested without Electron.
// S1 the page is an ordinary web page in a sandbox: it reaches this computer only through the
//    contract, as it does in a browser.
// S2 nothing comes from elsewhere: one origin, no other window, no permission of any kind.
// S3 the policy of the page itself (CSP) is the one that engine/server/pages.ts sends in every way
//    of starting, so that what holds in a browser holds here.

import type { CustomScheme, WebPreferences } from 'electron';

const SCHEME = 'app';
const HOST = 'interlock';

/** The address of the page. */
export const PAGE = `${SCHEME}://${HOST}/`;

/** What the scheme may do: be an origin of its own, count as secure, be fetched, and stream. */
export const SCHEME_RIGHTS: CustomScheme & { scheme: typeof SCHEME } = {
  scheme: SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
};

/**
 * True for addresses of our own origin. Node and Chromium disagree on `origin` here, so in parts.
 */
export function isOwn(address: string | undefined): boolean {
  if (address === undefined || !URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${SCHEME}:` && host === HOST && !username && !password;
}

const INLINE = new Set(['data:', 'blob:', 'devtools:']);

/** Whether the window may load something at all: our own, or what the page already holds (S2). */
export const mayLoad = (address: string): boolean =>
  isOwn(address) || (URL.canParse(address) && INLINE.has(new URL(address).protocol));

/** How the page is run (S1). The defaults are the same; written down, they cannot drift. */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Looking words up would fetch dictionaries from a server of somebody else's.
  spellcheck: false,
} as const satisfies WebPreferences;

/** Switches that would let another program steer an installed app; taken off its command line. */
export const CLOSED_SWITCHES = ['remote-debugging-port', 'remote-debugging-pipe'];

/** The fuses of an installed app, by Electron's names; set once, before it is signed. */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  GrantFileProtocolExtraPrivileges: false,
} as const;

/** What the engine learns of the surroundings: where things lie, the language, and our own. */
const PASSED_ON = new Set(
  [
    'PATH HOME USER LOGNAME LANG TZ TMPDIR XDG_DATA_HOME',
    'USERPROFILE USERNAME LOCALAPPDATA APPDATA TEMP TMP SYSTEMROOT WINDIR',
    // The certificates of a company's own network, for models behind it.
    'NODE_EXTRA_CA_CERTS',
  ].flatMap((line) => line.split(' ')),
);
const isPassedOn = (name: string): boolean => PASSED_ON.has(name) || /^(INTERLOCK|LC)_/.test(name);

type Surroundings = Record<string, string | undefined>;

/** The part of the environment the engine is started with; all else stays behind. */
export const engineEnv = (env: Surroundings): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value !== undefined && isPassedOn(name.toUpperCase()) ? [[name, value]] : [],
    ),
  );
