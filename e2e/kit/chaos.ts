// A bad line to a good server: a proxy on this computer that hangs, drips, cuts and resets.
// CH1 it changes when and how bytes arrive, never the bytes themselves.
// CH2 every connection is counted, so that a storm of them would show.

import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What happens to what the server says; requests pass as they are. */
export type Fault =
  | { do: 'pass' }
  /** Accepts and stays silent. */
  | { do: 'hang' }
  /** One byte at a time, with a pause between two. */
  | { do: 'drip'; everyMs: number }
  /** In pieces of so many bytes, each on its own: characters are cut in two. */
  | { do: 'split'; bytes: number }
  /** The connection is reset, or ends, after so many bytes. */
  | { do: 'reset'; after: number }
  | { do: 'cut'; after: number };

export type Chaos = {
  url: string;
  fault: (fault: Fault) => void;
  connections: () => number;
  end: () => Promise<void>;
};

/** A proxy before the server on `port`. */
export async function chaosBefore(port: number): Promise<Chaos> {
  let fault: Fault = { do: 'pass' };
  let count = 0;
  const open = new Set<Socket>();
  const server: Server = createServer((client) => {
    count += 1;
    const kept = (socket: Socket): Socket => {
      open.add(socket);
      socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
      return socket;
    };
    kept(client);
    if (fault.do === 'hang') return void client.resume();
    const upstream = kept(connect(port, '127.0.0.1'));
    client.pipe(upstream);
    client.on('close', () => upstream.destroy());
    spoil(upstream, client, fault);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fault: (next) => void (fault = next),
    connections: () => count,
    end: async () => {
      for (const socket of open) socket.destroy();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hands on what the server says, as the fault has it. */
function spoil(upstream: Socket, client: Socket, fault: Fault): void {
  if (fault.do === 'pass') return void upstream.pipe(client);
  if (fault.do === 'drip' || fault.do === 'split')
    return void inPieces(upstream, client, fault).catch(() => client.destroy());
  if (fault.do === 'hang') return;
  let left = fault.after;
  upstream.on('data', (chunk: Buffer) => {
    client.write(chunk.subarray(0, left));
    left -= chunk.length;
    if (left > 0) return;
    if (fault.do === 'reset') client.resetAndDestroy();
    else client.end();
    upstream.destroy();
  });
  upstream.on('end', () => client.end());
}

async function inPieces(
  upstream: Socket,
  client: Socket,
  fault: Extract<Fault, { do: 'drip' | 'split' }>,
): Promise<void> {
  const size = fault.do === 'split' ? fault.bytes : 1;
  client.setNoDelay(true);
  for await (const chunk of upstream as AsyncIterable<Buffer>)
    for (let at = 0; at < chunk.length && !client.destroyed; at += size) {
      client.write(chunk.subarray(at, at + size));
      await new Promise((resolve) => {
        if (fault.do === 'drip') setTimeout(resolve, fault.everyMs);
        else setImmediate(resolve);
      });
    }
  client.end();
}
