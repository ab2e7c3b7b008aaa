// A setting that may be fixed or taken from an earlier step: the switch, the chip, the fallback.
// BC1 switching to "from an earlier step" changes nothing until a value is chosen.
// BC2 a value that may be missing asks for what to use instead, now and not at run time, and goes
//     on asking until somebody has said it; nothing on purpose is an answer, too.
// BC3 a value that is always there can have a fallback as well: it is offered, not asked for.

import { ActionIcon, Button } from '@mantine/core';
import { CornerDownRight, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isRef, isText, type Ref } from '../../engine/base/binding.ts';
import type { Field, Kind } from '../../engine/base/kinds.ts';
import type { Json } from '../../engine/base/value.ts';
import { FieldInput } from '../fields/field-input.tsx';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { usePlace } from './carry.ts';
import { useAsked } from './faults.tsx';
import { ValuePreview } from './preview.tsx';
import { SourceSwitch, type Mode } from './source-switch.tsx';
import { TemplateInput } from './template-input.tsx';
import { ValueChip } from './value-chip.tsx';
import { ValuePicker } from './value-picker.tsx';

export type Binding = {
  mode: Mode;
  /** The switch, to stand beside the label. */
  source: ReactNode;
  /** The chip and the fallback, when the value comes from a step. */
  chip: ReactNode;
  /** What makes the frame of the setting a place for values. */
  place: ReturnType<typeof usePlace>;
};

type Options = {
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  sight: Sight;
  /** Values that can only come from somewhere, such as lists, start on that side. */
  prefers?: Mode;
  path: string;
  label: string;
  kind?: Kind | undefined;
};

/** State and parts of a bindable setting; the caller draws the fixed side. */
export function useBinding(options: Options): Binding {
  const { value, onChange, sight, prefers = 'fixed', path, label, kind } = options;
  const isEmpty = value === undefined || value === '' || value === null;
  const [wish, setWish] = useState<Mode>();
  const own: Mode = isRef(value) ? 'step' : isEmpty ? prefers : 'fixed';
  const mode = wish ?? own;
  const pick = (from: string): void => {
    setWish(undefined);
    const before = isRef(value) ? value : undefined;
    onChange({ '@ref': from, ...(before?.else === undefined ? {} : { else: before.else }) });
  };
  const choose = (next: Mode): void => {
    setWish(next === own ? undefined : next); // BC1
    if (next === 'fixed' && isRef(value)) {
      setWish(undefined);
      onChange(undefined);
    }
  };
  const place = usePlace({ id: path, label, kind, take: pick });
  const chip = (
    <>
      <ValuePicker sight={sight} onPick={pick} startOpen={wish === 'step'} kind={kind}>
        {(open) => (
          <button type="button" className="refbox" onClick={open}>
            {isRef(value) ? (
              <ValueChip path={value['@ref']} sight={sight} />
            ) : (
              <span className="ref-none">{t('app.bind.choose')}</span>
            )}
          </button>
        )}
      </ValuePicker>
      {isRef(value) && (
        <Fallback reference={value} sight={sight} onChange={onChange} path={`${path}.else`} />
      )}
    </>
  );
  return { mode, source: <SourceSwitch mode={mode} onMode={choose} />, chip, place };
}

type FallbackProps = {
  reference: Ref;
  sight: Sight;
  path: string;
  onChange: (value: Json) => void;
};

const TEXTS = new Set(['text', 'long_text', 'mail', 'link']);

/** How a fallback is written: as the value itself is; instead of a file stands a text. */
const writtenAs = (sight: Sight, path: string): Field => {
  const declared = sight.byPath.get(path)?.field;
  const text: Field = { id: 'else', label: t('app.bind.else'), kind: 'text' };
  return !declared || declared.kind === 'file' || declared.kind === 'record'
    ? text
    : { ...declared, label: t('app.bind.else'), required: false };
};

/**
 * What is used when the value is missing (BC2): fixed, or from another step, which may be missing
 * too.
 */
function Fallback({ reference, sight, path, onChange }: FallbackProps): ReactNode {
  const from = reference['@ref'];
  const own = reference.else;
  const isAsked = sight.byPath.get(from)?.sure === false;
  const why = useAsked(from);
  const set = (next: Json | undefined): void => {
    const { else: _old, ...rest } = reference;
    onChange(next === undefined ? rest : { ...rest, else: next });
  };
  const [isWanted, setWanted] = useState(false);
  const field = writtenAs(sight, from);
  const { kind, label } = field;
  const { mode, source, chip, place } = useBinding({
    value: own,
    onChange: set,
    sight,
    path,
    label,
    kind,
  });
  const isSaid = own !== undefined;
  const preview = <ValuePreview value={reference} sight={sight} />;
  if (!isSaid && !isAsked && !isWanted)
    return (
      <div className="preview-row">
        {preview}
        <button type="button" className="small-link" onClick={() => setWanted(true)}>
          <CornerDownRight size={12} aria-hidden /> {t('app.bind.else_add')}
        </button>
      </div>
    );
  const drop = (): void => {
    setWanted(false);
    set(undefined);
  };
  return (
    <>
      {preview}
      <div className={isSaid ? 'else' : 'else is-asking'} data-field={path} {...place}>
        <div className="field-label">
          <span className="grow">{t('app.bind.else')}</span>
          {!isAsked && (
            <ActionIcon size={24} aria-label={t('app.bind.else_drop')} onClick={drop}>
              <X size={14} aria-hidden />
            </ActionIcon>
          )}
          {source}
        </div>
        {mode === 'step' ? (
          chip
        ) : (
          <FixedElse field={field} own={own} sight={sight} path={path} onChange={set} />
        )}
        {!isSaid && why && <p className="asked-why">{why}</p>}
        {!isSaid && mode === 'fixed' && (
          <Button className="else-empty" size="compact-sm" onClick={() => set('')}>
            {t('app.bind.else_empty')}
          </Button>
        )}
      </div>
    </>
  );
}

type FixedProps = {
  field: Field;
  own: Json | undefined;
  sight: Sight;
  path: string;
  onChange: (value: Json | undefined) => void;
};

/** A fallback that is written down: words, with values in them where they are words. */
function FixedElse({ field, own, sight, path, onChange }: FixedProps): ReactNode {
  const value = isRef(own) ? undefined : own;
  if (TEXTS.has(field.kind) || isText(own))
    return (
      <TemplateInput
        label={field.label}
        value={value}
        // Emptied is said to be empty; it is taken back by its own button.
        onChange={(next) => onChange(next ?? '')}
        sight={sight}
        isLong={false}
        path={path}
        placeholder={value === '' ? t('app.bind.else_nothing') : undefined}
      />
    );
  return <FieldInput field={field} value={value} showLabel={false} onChange={onChange} />;
}
