// What every widget of a setting is given.

import type { Json } from '../../engine/base/value.ts';
import type { Spec } from './form-spec.ts';

export type WidgetProps = {
  spec: Spec;
  /** Dotted place in the settings, lists by position: where problems point. */
  path: string;
  /** Catalogue code of its label; help, placeholder and choices stand below it. */
  code: string;
  label: string;
  value: Json | undefined;
  /** Undefined takes the setting away. */
  onChange: (value: Json | undefined) => void;
};
