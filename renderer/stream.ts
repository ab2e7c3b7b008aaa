// Reads server-sent events from a fetch stream (EventSource cannot carry the token).
// E1 a frame is handed on only when it is complete, however the bytes were cut.

export type Frame = { id?: string; data: string };

/** Feed it pieces of text; it answers with the frames that became complete (E1). */
export function frameReader(): (piece: string) => Frame[] {
  let rest = '';
  return (piece) => {
    // A line end may be cut in two, so what was left over is looked at again.
    const parts = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = parts.pop() ?? '';
    return parts.map(frameOf).filter((frame) => frame.data !== '');
  };
}

function frameOf(text: string): Frame {
  const data: string[] = [];
  let id: string | undefined;
  for (const line of text.split('\n')) {
    if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    if (line.startsWith('id:')) id = line.slice(3).trim();
  }
  return { ...(id === undefined ? {} : { id }), data: data.join('\n') };
}

/** Every frame of a response body, in batches as they arrive. */
export async function* framesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Frame[]> {
  const read = frameReader();
  const reader = body.pipeThrough(new TextDecoderStream() as never).getReader();
  for (;;) {
    const { done, value } = (await reader.read()) as { done: boolean; value?: string };
    if (done) return;
    const frames = read(value ?? '');
    if (frames.length > 0) yield frames;
  }
}
