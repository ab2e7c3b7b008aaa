// Reading and writing one file inside a granted folder, whatever happens to the folder meanwhile.
// SF1 nothing is followed: not a link in a file's place, not a folder that became one. What was
//     opened is compared with the granted folder after opening, before a byte is read or written.
// SF2 a file appears whole or not at all: a new file beside it, fsync, one rename, fsync of the
//     folder.
// SF3 without leave to overwrite the name is taken in one act, so that of two writers one is told.
// SF4 only plain files: no folder, pipe, device or socket is ever opened.

import { constants, type Stats } from 'node:fs';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** What stood in the way; `gone` also where a link or something else stands in its place. */
export class FileFault extends Error {
  readonly why: 'gone' | 'outside' | 'exists' | 'large';
  constructor(why: FileFault['why']) {
    super(why);
    this.why = why;
  }
}

const { O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = constants;
/** Windows has none of these signs, and no links that ordinary users may make. */
const AS_IT_IS = (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code ?? '');

/** True when a place lies under a folder; both with every link followed. */
export const isInside = (folder: string, file: string): boolean => {
  const way = path.relative(folder, file);
  return way !== '' && way.split(path.sep)[0] !== '..' && !path.isAbsolute(way);
};

/** Opens something as it is; undefined where it cannot be, a link included (SF1). */
const opened = async (at: string, flags: number, mode?: number): Promise<FileHandle> =>
  fs.open(at, flags | AS_IT_IS, mode).catch((error: unknown) => {
    if (['ENOENT', 'ELOOP', 'ENXIO', 'ENOTDIR', 'EISDIR', 'EMLINK'].includes(codeOf(error)))
      throw new FileFault('gone');
    if (codeOf(error) === 'EEXIST') throw new FileFault('exists');
    throw error;
  });

const isSame = (a: Stats, b: Stats): boolean => a.ino === b.ino && a.dev === b.dev;

/**
 * Refuses unless what is open is what now stands at `at`, with nothing followed on the way. Names
 * are not compared: some disks take one name in several spellings.
 */
async function refuseElsewhere(handle: FileHandle, at: string): Promise<void> {
  const [real, there, here] = await Promise.all([
    fs.realpath(at).catch(() => undefined),
    fs.lstat(at).catch(() => undefined),
    handle.stat(),
  ]);
  const isThere = real !== undefined && path.dirname(real) === path.dirname(at);
  if (!isThere || !there || !isSame(there, here)) throw new FileFault('outside');
}

/** A folder held open: on Linux its files are reached through it, wherever its name leads now. */
type Held = { at: (name: string) => string; sync: () => Promise<void> };

async function holding<T>(folder: string, work: (held: Held) => Promise<T>): Promise<T> {
  if (O_DIRECTORY === undefined)
    return work({ at: (n) => path.join(folder, n), sync: async () => {} });
  const handle = await opened(folder, O_RDONLY | O_DIRECTORY);
  try {
    await refuseElsewhere(handle, folder);
    const way = process.platform === 'linux' ? `/proc/self/fd/${handle.fd}` : folder;
    const sync = (): Promise<void> => handle.sync().catch(() => {}); // some file systems cannot
    return await work({ at: (name) => path.join(way, name), sync });
  } finally {
    await handle.close();
  }
}

/** The plain file open at a handle, not larger than `most` bytes (SF4). */
async function plain(handle: FileHandle, most: number): Promise<Stats> {
  const stat = await handle.stat();
  if (!stat.isFile()) throw new FileFault('gone');
  if (stat.size > most) throw new FileFault('large');
  return stat;
}

/** `modified` in milliseconds since 1970, as finely as the disk keeps it. */
export type Listed = { name: string; size: number; modified: number };

/** The plain files of a folder in the order of their names, those for which `isWanted` holds. */
export const listInside = (
  folder: string,
  isWanted: (name: string) => boolean,
): Promise<Listed[]> =>
  holding(folder, async (held) => {
    const names = (await fs.readdir(held.at('.'))).filter(isWanted).sort();
    const listed: Listed[] = [];
    for (const name of names) {
      const stat = await fs.lstat(held.at(name)).catch(() => undefined);
      if (stat?.isFile()) listed.push({ name, size: stat.size, modified: stat.mtimeMs });
    }
    return listed;
  });

export type ReadFile = { bytes: Uint8Array; modified: Date };

/**
 * The bytes of a file in a folder (a real path, with every link followed), at most `most` of them.
 * Throws FileFault.
 */
export const readInside = (folder: string, name: string, most: number): Promise<ReadFile> =>
  holding(folder, async (held) => {
    const handle = await opened(held.at(name), O_RDONLY);
    try {
      const stat = await plain(handle, most);
      await refuseElsewhere(handle, path.join(folder, name)); // SF1
      const bytes = await handle.readFile();
      if (bytes.length > most) throw new FileFault('large');
      return { bytes, modified: stat.mtime };
    } finally {
      await handle.close();
    }
  });

export type Writing = { overwrite: boolean; mark: string };

/**
 * Writes a whole file into a folder (a real path). `mark` names the file it is prepared in: the
 * same for another try of one writing, so that what a cut-off try left behind is cleared away.
 * Throws FileFault and what the file system throws.
 */
export const writeInside = (
  folder: string,
  name: string,
  bytes: Uint8Array,
  { overwrite, mark }: Writing,
): Promise<void> =>
  holding(folder, async (held) => {
    const half = held.at(`.${mark}.part`);
    const target = held.at(name);
    const before = await fs.lstat(target).catch(() => undefined);
    if (before && !before.isFile()) throw new FileFault('gone');
    if (before && !overwrite) throw new FileFault('exists');
    await fs.rm(half, { force: true });
    const handle = await opened(half, O_WRONLY | O_CREAT | O_EXCL, 0o666);
    try {
      try {
        await refuseElsewhere(handle, path.join(folder, `.${mark}.part`)); // SF1
        if (before) await handle.chmod(before.mode & 0o777);
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await (overwrite ? fs.rename(half, target) : take(half, target)); // SF2
    } finally {
      await fs.rm(half, { force: true });
    }
    await held.sync();
  });

/** Gives a file a name nobody has; where there are no links, by way of an empty file (SF3). */
async function take(file: string, name: string): Promise<void> {
  try {
    await fs.link(file, name);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new FileFault('exists');
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(codeOf(error)))
      throw error;
    await (await opened(name, O_WRONLY | O_CREAT | O_EXCL, 0o666)).close();
    await fs.rename(file, name);
    return;
  }
  await fs.rm(file);
}

export type Move = { from: string; name: string; into: string; as: string; overwrite: boolean };

/**
 * Moves a file of one folder into another or the same, both real paths on one disk. A name that
 * already is this very file, because an earlier move was cut off, is simply finished.
 */
export const moveInside = ({ from, name, into, as, overwrite }: Move): Promise<void> =>
  holding(from, (source) =>
    holding(into, async (target) => {
      const handle = await opened(source.at(name), O_RDONLY);
      try {
        const stat = await plain(handle, Number.MAX_SAFE_INTEGER);
        await refuseElsewhere(handle, path.join(from, name)); // SF1
        const there = await fs.lstat(target.at(as)).catch(() => undefined);
        if (there && !there.isFile()) throw new FileFault('gone');
        if (there && isSame(there, stat)) await fs.rm(source.at(name));
        else if (there && !overwrite) throw new FileFault('exists');
        else if (overwrite) await fs.rename(source.at(name), target.at(as));
        else await take(source.at(name), target.at(as)); // SF3
        const moved = await fs.lstat(target.at(as));
        if (!isSame(moved, stat)) throw new FileFault('outside'); // swapped in the last moment
      } finally {
        await handle.close();
      }
      await Promise.all([source.sync(), target.sync()]);
    }),
  );
