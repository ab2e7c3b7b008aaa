// The values a long text uses, as a list under it: what goes in, at a glance.

import type { ReactNode } from 'react';
import type { Json } from '../../engine/base/value.ts';
import { t } from '../words.ts';
import type { Places } from './editor/places.ts';
import { placesIn } from './template-text.ts';

export function UsedPlaces({
  value,
  places,
}: {
  value: Json | undefined;
  places: Places;
}): ReactNode {
  const used = placesIn(value);
  if (used.length === 0) return null;
  const words = used.flatMap((path) => places.wordsOf(path) ?? []);
  return (
    <p className="used-places meta">
      {t('app.text.uses', { values: words.map(({ name }) => name).join('\n') })}
    </p>
  );
}
