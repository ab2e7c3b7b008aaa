// The library that speaks with tool servers, loaded when the first server is spoken to: most
// workspaces have none, and it is large.
// ML1 what it throws is only met by whoever has loaded it.

import type {
  ProtocolError,
  SdkError,
  SdkErrorCode,
  SdkHttpError,
} from '@modelcontextprotocol/client';

type Library = typeof import('@modelcontextprotocol/client');
let loaded: Library | undefined;

/** The library, loaded once. */
export async function loadLibrary(): Promise<Library> {
  loaded ??= await import('@modelcontextprotocol/client');
  return loaded;
}

/** The library, for whoever holds one of its connections and so has loaded it. */
export function library(): Library {
  if (!loaded) throw new Error('no server was spoken to yet');
  return loaded;
}

export const isSdkError = (error: unknown): error is SdkError =>
  loaded !== undefined && error instanceof loaded.SdkError;
export const isHttpError = (error: unknown): error is SdkHttpError =>
  loaded !== undefined && error instanceof loaded.SdkHttpError;
export const isProtocolError = (error: unknown): error is ProtocolError =>
  loaded !== undefined && error instanceof loaded.ProtocolError;
/** Is this the code of that name? */
export const isCode = (
  code: string | undefined,
  ...names: (keyof typeof SdkErrorCode)[]
): boolean => names.some((name) => loaded !== undefined && code === loaded.SdkErrorCode[name]);
