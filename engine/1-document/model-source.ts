// What somebody typed into the one field for a model: a key, or an address. Pure.
// MS1 an address is spelled as it is used: with its scheme, without name, password or question.
// MS2 a key is never guessed to be an address, so that none is ever looked up as a name.

/** Makers whose addresses take the usual questions; `key` is how their keys begin. */
export type Maker = { id: string; name: string; address: string; key: RegExp };

export const MAKERS: readonly Maker[] = [
  {
    id: 'anthropic',
    name: 'Anthropic',
    address: 'https://api.anthropic.com/v1',
    key: /^sk-ant-/,
  },
  { id: 'openrouter', name: 'OpenRouter', address: 'https://openrouter.ai/api/v1', key: /^sk-or-/ },
  {
    id: 'google',
    name: 'Google',
    address: 'https://generativelanguage.googleapis.com/v1beta/openai',
    key: /^AIza/,
  },
  { id: 'groq', name: 'Groq', address: 'https://api.groq.com/openai/v1', key: /^gsk_/ },
  { id: 'xai', name: 'xAI', address: 'https://api.x.ai/v1', key: /^xai-/ },
  { id: 'openai', name: 'OpenAI', address: 'https://api.openai.com/v1', key: /^sk-/ },
  { id: 'deepseek', name: 'DeepSeek', address: 'https://api.deepseek.com/v1', key: /^$/ },
  { id: 'mistral', name: 'Mistral', address: 'https://api.mistral.ai/v1', key: /^$/ },
];

export type Source =
  | { is: 'empty' | 'nothing' }
  | { is: 'key'; key: string; maker: Maker | undefined }
  | { is: 'address'; address: string; place: string; isHome: boolean };

/** A name or number that only this computer or its own network answers for. */
export function isHomeHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (bare.includes(':')) return bare === '::1' || /^f[cd]/.test(bare);
  if (!bare.includes('.') || bare.endsWith('.localhost')) return true;
  return /^(127|10|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
    bare,
  );
}

const HOST = /^(\[[0-9a-f:]+\]|[a-z0-9-]+(?:\.[a-z0-9-]+)*)(:\d{1,5})?(\/\S*)?$/i;

/** An address as it is used, or nothing (MS1). */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const [, host = '', port, rest] = HOST.exec(text) ?? [];
  const isNamed = /^https?:\/\//i.test(text);
  const isBare =
    !isNamed &&
    host !== '' &&
    (port !== undefined || rest !== undefined || /^localhost$/i.test(host));
  const whole = isNamed ? text : isBare ? `${isHomeHost(host) ? 'http' : 'https'}://${text}` : '';
  if (!URL.canParse(whole)) return undefined;
  const { protocol, host: place, pathname } = new URL(whole);
  return `${protocol}//${place}${pathname.replace(/\/+$/, '')}`;
}

/** What was typed (MS2). */
export function sourceOf(typed: string): Source {
  const text = typed.trim();
  if (text === '') return { is: 'empty' };
  const maker = MAKERS.find(({ key }) => key.test(text));
  const isWord = /^[\w.+/=~-]{16,}$/.test(text);
  if (maker && isWord) return { is: 'key', key: text, maker };
  const address = addressOf(text);
  if (address !== undefined) {
    const { host, hostname } = new URL(address);
    return { is: 'address', address, place: host, isHome: isHomeHost(hostname) };
  }
  return isWord ? { is: 'key', key: text, maker: undefined } : { is: 'nothing' };
}
