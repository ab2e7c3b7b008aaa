// The fields a person fills in on a card, and the values as they stand with the card's proposal.

import { useState, type ReactNode } from 'react';
import { checkFields } from '../../engine/base/fields.ts';
import type { Json, JsonObject } from '../../engine/base/value.ts';
import type { CardView } from '../../engine/4-run/view.ts';
import { FieldInput } from '../fields/field-input.tsx';
import { t } from '../words.ts';

export type Filled = {
  values: JsonObject;
  set: (field: string, value: Json | undefined) => void;
  faults: Record<string, string>;
  /** The values when they fit; otherwise the faults become visible and nothing is returned. */
  checked: () => JsonObject | undefined;
  reset: () => void;
};

const startOf = (card: CardView): JsonObject => ({
  ...Object.fromEntries(
    card.body.fields.flatMap(({ field, value }): [string, Json][] => {
      if (value !== undefined && value !== null) return [[field.id, value]];
      return field.kind === 'yes_no' ? [[field.id, false]] : [];
    }),
  ),
  ...card.proposal,
});

/** What is filled in on a card, starting from what it proposes. */
export function useFilled(card: CardView): Filled {
  const [changes, setChanges] = useState<JsonObject>({});
  const [faults, setFaults] = useState<Record<string, string>>({});
  const start = startOf(card);
  const values = Object.fromEntries(
    Object.entries({ ...start, ...changes }).filter(([, value]) => value !== null),
  );
  return {
    values,
    faults,
    set: (field, value) => {
      setChanges((before) => ({ ...before, [field]: value ?? null }));
      setFaults(({ [field]: _mended, ...rest }) => rest);
    },
    checked: () => {
      const wrong = checkFields(
        card.body.fields.map(({ field }) => field),
        values,
      );
      setFaults(Object.fromEntries(wrong.map((f) => [f.field, t(`input.${f.code}`, f.params)])));
      return wrong.length === 0 ? values : undefined;
    },
    reset: () => {
      setChanges({});
      setFaults({});
    },
  };
}

type Props = { fields: CardView['body']['fields']; filled: Filled; disabled?: boolean };

export function AnswerFields({ fields, filled, disabled = false }: Props): ReactNode {
  if (fields.length === 0) return null;
  return (
    <div className="answer-fields">
      {fields.map(({ field }) => (
        <FieldInput
          key={field.id}
          field={field}
          value={filled.values[field.id]}
          onChange={(value) => filled.set(field.id, value)}
          error={filled.faults[field.id]}
          disabled={disabled}
        />
      ))}
    </div>
  );
}
