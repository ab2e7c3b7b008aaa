// What judging a file needs: the step types, and people, models and rules of the workspace. A file
// is judged without creating anything: where there is no workspace yet, its template stands in.

import path from 'node:path';
import type { Problem, Setting } from '../1-document/schema.ts';
import { say } from '../base/text/say.ts';
import { refuseErrors } from '../api/analyse.ts';
import { registry } from '../../nodes/index.ts';
import type { Judging } from '../workspace/app.ts';
import { samplesDir } from '../workspace/create.ts';
import { isWorkspace, readSetting } from '../workspace/open.ts';
import { findPlace } from '../workspace/place.ts';
import { openFolder, type OpenFolder } from '../workspace/workflows.ts';

/** The setting of the command's workspace, or of the template every new one starts from. */
function settingFor(workspace: string | undefined): Setting {
  const place = findPlace(workspace);
  return readSetting(isWorkspace(place) ? place.dir : path.join(samplesDir(), '_workspace'));
}

/** Everything a judgement depends on besides the folder. */
export function judgingFor(options: { workspace?: string }): Judging {
  const setting = settingFor(options.workspace);
  return { registry, workspace: { setting: () => setting } };
}

/** A problem as a sentence. */
export const sentenceOf = ({ code, params }: Problem): string =>
  say('en', `problem.${code}`, params);

/** A folder nothing is wrong with; one with errors ends the command with the first of them. */
export function fineFolder(file: string, judging: Judging): OpenFolder {
  const open = openFolder(file);
  refuseErrors(open.folder, judging);
  return open;
}
