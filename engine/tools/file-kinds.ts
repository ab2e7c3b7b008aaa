// What kinds of file there are, by their ending, and why one may have no words to give.
// FK1 the ending decides, never the content: a program called `.txt` is text and nothing else.

/** Why a file has no text: the catalogue says each as `failure.file_<why>`. */
export type Unread = 'kind' | 'scan' | 'locked' | 'damaged' | 'long' | 'slow';
export type FileText = { text: string } | { unread: Unread };

const TYPES = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type Ending = keyof typeof TYPES;

/** The ending of a name when files of that kind can be read (FK1). */
export function endingOf(name: string): Ending | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(TYPES, ending) ? (ending as Ending) : undefined;
}

/** The kind of a file by its name, `application/octet-stream` when it cannot be read. */
export function fileType(name: string): string {
  const ending = endingOf(name);
  return ending ? TYPES[ending] : 'application/octet-stream';
}
