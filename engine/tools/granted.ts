// Places on this computer that a card grants: a folder, or one file.
// GR1 what is granted stands on the card; an argument can never name a place.
// GR2 a relative place belongs to the workflow's folder and cannot lead out of it, by name or link.
// GR3 the place itself is no link: it cannot be pointed elsewhere after it was granted. Links above
//     it are the person's own business, as on every computer with more than one disk.

import fs from 'node:fs/promises';
import path from 'node:path';
import { isInside } from './safe-files.ts';

const realOf = (place: string): Promise<string | undefined> =>
  fs.realpath(place).catch(() => undefined);

/** The real way to a place that is no link itself; undefined when it is one, or not there (GR3). */
async function placeAt(named: string): Promise<string | undefined> {
  const above = await realOf(path.dirname(named));
  const place = above && path.join(above, path.basename(named));
  const stat = place && (await fs.lstat(place).catch(() => undefined));
  return stat && !stat.isSymbolicLink() ? place : undefined;
}

/** A granted place with every link above it followed; undefined when it is not to be had. */
export async function grantedPlace(
  named: string,
  workflowDir: string | undefined,
): Promise<string | undefined> {
  if (path.isAbsolute(named)) return placeAt(path.resolve(named));
  const home = workflowDir === undefined ? undefined : await realOf(workflowDir);
  const place = home && (await placeAt(path.resolve(home, named)));
  return home && place && isInside(home, place) ? place : undefined; // GR2
}
