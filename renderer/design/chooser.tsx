// A field to type in and a list that follows it: one thing is chosen with the mouse or with Enter.
// CH1 the field keeps the focus; arrow keys move the mark, and readers hear what is marked.

import { Search } from 'lucide-react';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { t } from '../words.ts';
import { ranked, type Choice } from './ranked.ts';

type Props<T extends Choice> = {
  label: string;
  placeholder: string;
  choices: readonly T[];
  onChoose: (choice: T) => void;
  /** What stands there when nothing fits the words. */
  none: string;
  icon?: (choice: T) => ReactNode;
  end?: (choice: T) => ReactNode;
};

export function Chooser<T extends Choice>(props: Props<T>): ReactNode {
  const { label, placeholder, choices, onChoose, none, icon, end } = props;
  const [words, setWords] = useState('');
  const [mark, setMark] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const groups = useMemo(() => ranked(choices, words), [choices, words]);
  const flat = groups.flatMap((group) => group.choices);
  const marked = flat[Math.min(mark, flat.length - 1)];
  const optionId = (choice: T): string => `${id}-${flat.indexOf(choice)}`;
  const move = (to: number): void => {
    const next = (to + flat.length) % Math.max(1, flat.length);
    setMark(next);
    list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = Math.min(mark, flat.length - 1);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: Math.min(at + 8, flat.length - 1),
      PageUp: Math.max(at - 8, 0),
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter' && marked) {
      event.preventDefault();
      onChoose(marked);
    }
  };
  return (
    <div className="chooser">
      <div className="chooser-field">
        <Search size={16} aria-hidden />
        <input
          data-autofocus
          ref={field}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={marked ? optionId(marked) : undefined}
          placeholder={placeholder}
          value={words}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setMark(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- more than text in it */}
      <div className="chooser-list" ref={list} id={`${id}-list`} role="listbox" aria-label={label}>
        {groups.map((group) => (
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no fields stand in it
          <div key={group.name} role="group" aria-label={group.name}>
            {group.name && (
              <p className="cap" aria-hidden>
                {group.name}
              </p>
            )}
            {group.choices.map((choice) => (
              <div
                key={choice.id}
                id={optionId(choice)}
                // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it holds more than text
                role="option"
                tabIndex={-1}
                aria-selected={choice === marked}
                className={choice === marked ? 'choice on' : 'choice'}
                onPointerMove={() => choice !== marked && setMark(flat.indexOf(choice))}
                onClick={() => onChoose(choice)}
                onKeyDown={onKeyDown}
              >
                {icon?.(choice)}
                <span className="choice-name cut">{choice.name}</span>
                {choice.detail && <span className="choice-detail cut">{choice.detail}</span>}
                {end?.(choice)}
              </div>
            ))}
          </div>
        ))}
      </div>
      {flat.length === 0 && <output className="hint chooser-none">{t(none, { words })}</output>}
    </div>
  );
}
