// What an input for a declared field is given.

import type { ComponentType } from 'react';
import type { Field } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';

export type FieldInputProps = {
  field: Field;
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  /** A sentence saying what is wrong with the value. */
  error?: string | undefined;
  disabled?: boolean;
  /** Without it the label is only spoken, for places that show it themselves. */
  showLabel?: boolean;
  autoFocus?: boolean;
  /** Takes a chosen file and answers with its value; without it files cannot be added. */
  onFile?: ((file: File) => Promise<Json>) | undefined;
};

/** Inputs that hold other inputs are handed the one that draws any field. */
export type NestingProps = FieldInputProps & { Input: ComponentType<FieldInputProps> };
