// A setting that may be fixed or taken from an earlier step: the switch, the chip, the fallback.
// BC1 switching to "from an earlier step" changes nothing until a value is chosen.
// BC2 a value that may be missing asks for what to use instead, now and not at run time.

import { Link2, TextCursorInput } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isRef, type Ref } from '../../engine/base/binding.ts';
import type { Json } from '../../engine/base/value.ts';
import { FieldInput } from '../fields/field-input.tsx';
import type { Sight } from '../document/reach.ts';
import { t } from '../words.ts';
import { ValueChip } from './value-chip.tsx';
import { ValuePicker } from './value-picker.tsx';

type Mode = 'fixed' | 'step';

/** The two-way switch, 28 × 24 each. */
function SourceSwitch({ mode, onMode }: { mode: Mode; onMode: (mode: Mode) => void }): ReactNode {
  const half = (own: Mode, label: string, icon: ReactNode): ReactNode => (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={mode === own}
      className={mode === own ? 'on' : ''}
      onClick={() => onMode(own)}
    >
      {icon}
    </button>
  );
  return (
    <fieldset className="source" aria-label={t('app.bind.label')}>
      {half('fixed', t('app.bind.fixed'), <TextCursorInput size={14} aria-hidden />)}
      {half('step', t('app.bind.step'), <Link2 size={14} aria-hidden />)}
    </fieldset>
  );
}

type Binding = {
  mode: Mode;
  /** The switch, to stand beside the label. */
  source: ReactNode;
  /** The chip and the fallback, when the value comes from a step. */
  chip: ReactNode;
};

type Options = {
  value: Json | undefined;
  onChange: (value: Json | undefined) => void;
  sight: Sight;
  /** Values that can only come from somewhere, such as lists, start on that side. */
  prefers?: Mode;
};

/** State and parts of a bindable setting; the caller draws the fixed side. */
export function useBinding({ value, onChange, sight, prefers = 'fixed' }: Options): Binding {
  const isEmpty = value === undefined || value === '' || value === null;
  const [wish, setWish] = useState<Mode>();
  const own: Mode = isRef(value) ? 'step' : isEmpty ? prefers : 'fixed';
  const mode = wish ?? own;
  const pick = (path: string): void => {
    setWish(undefined);
    const before = isRef(value) ? value : undefined;
    onChange({ '@ref': path, ...(before?.else === undefined ? {} : { else: before.else }) });
  };
  const choose = (next: Mode): void => {
    setWish(next === own ? undefined : next); // BC1
    if (next === 'fixed' && isRef(value)) {
      setWish(undefined);
      onChange(undefined);
    }
  };
  const chip = (
    <>
      <ValuePicker sight={sight} onPick={pick} startOpen={wish === 'step'}>
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
      {isRef(value) && <Fallback reference={value} sight={sight} onChange={onChange} />}
    </>
  );
  return { mode, source: <SourceSwitch mode={mode} onMode={choose} />, chip };
}

type FallbackProps = { reference: Ref; sight: Sight; onChange: (value: Json) => void };

/**
 * What is used when the value is missing (BC2): fixed, or from another step, which may be missing
 * too.
 */
function Fallback({ reference, sight, onChange }: FallbackProps): ReactNode {
  const offer = sight.byPath.get(reference['@ref']);
  const own = reference.else;
  const set = (next: Json | undefined): void => {
    const { else: _old, ...rest } = reference;
    onChange(next === undefined ? rest : { ...rest, else: next });
  };
  const { mode, source, chip } = useBinding({ value: own, onChange: set, sight });
  if (own === undefined && offer?.sure !== false) return null;
  // Instead of a file stands a text: what is shown where there is none.
  const declared = offer?.field?.kind === 'file' ? undefined : offer?.field;
  const field = declared ?? { id: 'else', label: '', kind: 'text' as const };
  return (
    <div className="else">
      <div className="field-label">
        <span>{t('app.bind.else')}</span>
        {source}
      </div>
      {mode === 'step' ? (
        chip
      ) : (
        <FieldInput
          field={{ ...field, label: t('app.bind.else'), required: false }}
          value={isRef(own) ? undefined : own}
          showLabel={false}
          onChange={set}
        />
      )}
    </div>
  );
}
