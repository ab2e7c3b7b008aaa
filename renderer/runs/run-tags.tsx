// What runs are about, as their workflow's tags say: small words beside a run's name, and a filter
// by them.

import { Select } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Person } from '../../engine/1-document/schema.ts';
import type { RunListEntry } from '../../engine/api/contract.ts';
import { short } from '../cards/value-words.ts';
import { t } from '../words.ts';

/** The filter that lets every run through. */
export const ALL = 'all';

/** A run's tags as `name=value`. */
export const tagsOf = ({ tags }: Pick<RunListEntry, 'tags'>): string[] =>
  Object.entries(tags ?? {}).map(([name, value]) => `${name}=${value}`);

/** A tag in words; whoever it names is called by name. */
function wordsOf(tag: string, people: Person[]): { name: string; value: string } {
  const [name = '', ...rest] = tag.split('=');
  const value = rest.join('=');
  const who = people.find(({ id }) => id === value)?.name;
  return { name: name.replaceAll('_', ' '), value: who ?? value };
}

type TagsProps = { of: RunListEntry; people: Person[]; onTag: (tag: string) => void };

export function Tags({ of, people, onTag }: TagsProps): ReactNode {
  return tagsOf(of).map((tag) => {
    const { name, value } = wordsOf(tag, people);
    return (
      <button
        key={tag}
        type="button"
        className="run-tag"
        title={t('app.runs.tag.only', { name, value })}
        onClick={() => onTag(tag)}
      >
        {short(value, 24)}
      </button>
    );
  });
}

type Props = {
  runs: RunListEntry[];
  people: Person[];
  value: string;
  onChange: (tag: string) => void;
};

export function TagFilter({ runs, people, value, onChange }: Props): ReactNode {
  const tags = [...new Set(runs.flatMap(tagsOf))].toSorted();
  if (tags.length === 0) return null;
  return (
    <Select
      aria-label={t('app.runs.tag')}
      value={value}
      onChange={(next) => onChange(next ?? ALL)}
      data={[
        { value: ALL, label: t('app.runs.tag.all') },
        ...tags.map((tag) => ({ value: tag, label: t('app.runs.tag.one', wordsOf(tag, people)) })),
      ]}
      rightSection={<ChevronDown size={14} aria-hidden />}
    />
  );
}
