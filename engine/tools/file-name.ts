// Is a text the plain name of one file? Names are never paths, on any system.
// FN1 refused, never repaired: a name that was changed silently would be another file.
// FN2 what any of the systems we run on reads as a way, a device, a stream or a sign of direction
//     is refused on all of them, so that a workflow behaves the same wherever it runs.

const MOST_BYTES = 200;
// oxlint-disable-next-line no-control-regex -- exactly these cannot stand in a name
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f/\\:*?"<>|]/;
/** Signs nobody sees: they turn the direction of reading or hide between letters. */
const UNSEEN = /\p{Bidi_Control}|\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufffd]/u;
/** Other letters for a stroke or a dot, which some systems fold into the plain ones. */
const LOOKALIKE = /[\u2024\u2044\u2215\u2216\u29f5\u29f8\u29f9\ufe52\ufe68\uff0e\uff0f\uff3c]/;
const ESCAPED = /%[0-9a-f]{2}/i;
const DEVICE =
  /^(con|prn|aux|nul|clock\$|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3])(\.|$)/i;

/** True for the plain name of one visible file. */
export const isFileName = (name: string): boolean =>
  name !== '' &&
  name.isWellFormed() &&
  Buffer.byteLength(name.normalize('NFD')) <= MOST_BYTES &&
  !FORBIDDEN.test(name) &&
  !UNSEEN.test(name) &&
  !LOOKALIKE.test(name) &&
  !ESCAPED.test(name) &&
  !DEVICE.test(name) &&
  !/^[.\s~-]|[.\s]$/.test(name);
