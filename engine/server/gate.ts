// The first look at a request on the loopback port, before any of it is believed: is it addressed
// to this very server, by this server's own page? A web page elsewhere can make a browser send
// nearly anything here, but not these headers.
// G1 the Host is exactly ours and there is one: no other name ever leads here (rebinding).
// G2 an Origin that is named is our own; a page that sends none was not made to by a foreign page.
// G3 pure: facts in, verdict out. What it lets pass still needs the token (access.ts).

/** What the verdict depends on. `own` is `127.0.0.1:<port>`. */
export type Facts = { method: string; url: string; rawHeaders: string[]; own: string };
export type Verdict = { status: number; code: string };

const METHODS = new Set(['GET', 'HEAD', 'POST']);
const OWN_SITE = new Set(['same-origin', 'none']);

/** Every value of a header, in order; a header sent twice has two. */
function valuesOf(rawHeaders: string[], name: string): string[] {
  const found: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.toLowerCase() === name) found.push(rawHeaders[i + 1] ?? '');
  return found;
}

/** Why a request is turned away, or nothing. */
export function judge({ method, url, rawHeaders, own }: Facts): Verdict | undefined {
  const hosts = valuesOf(rawHeaders, 'host');
  if (hosts.length !== 1 || hosts[0] !== own) return { status: 421, code: 'server.wrong_host' };
  // An absolute address in the request line would be a second, unchecked host.
  if (!url.startsWith('/')) return { status: 400, code: 'server.wrong_address' };
  if (!METHODS.has(method)) return { status: 405, code: 'server.wrong_method' };
  if (valuesOf(rawHeaders, 'upgrade').length) return { status: 400, code: 'server.no_upgrade' };
  if (valuesOf(rawHeaders, 'origin').some((origin) => origin !== `http://${own}`))
    return { status: 403, code: 'server.wrong_origin' };
  if (valuesOf(rawHeaders, 'sec-fetch-site').some((site) => !OWN_SITE.has(site)))
    return { status: 403, code: 'server.wrong_origin' };
  return undefined;
}
