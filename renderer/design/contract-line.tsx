// The one sentence under the title: the ways of the contract; all sentences behind a link.

import { Popover } from '@mantine/core';
import { ScrollText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ContractSentence } from '../../engine/3-compile/sentence.ts';
import { Line } from '../frame/work.tsx';
import { Rich } from '../frame/rich.tsx';
import { t } from '../words.ts';

const TOPICS = ['way', 'may', 'must_ask', 'must_never', 'stops_when'] as const;
const SHOWN = 4;

const words = ({ code, params }: ContractSentence): string => t(code, params);

function All({ contract }: { contract: ContractSentence[] }): ReactNode {
  return (
    <Popover width={480} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="plain link underlined">
          {t('app.contract.all', { n: contract.length })}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="contract-all" aria-label={t('app.contract.label')}>
        {TOPICS.map((topic) => {
          const own = contract.filter((sentence) => sentence.topic === topic);
          return own.length === 0 ? null : (
            <section key={topic}>
              <h3 className="cap">{t(`app.contract.${topic}`)}</h3>
              <ul>
                {own.map((sentence, i) => (
                  <li key={i}>
                    <Rich text={words(sentence)} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </Popover.Dropdown>
    </Popover>
  );
}

type Props = {
  contract: ContractSentence[] | undefined;
  hasErrors: boolean;
  children?: ReactNode;
};

export function ContractLine({ contract, hasErrors, children }: Props): ReactNode {
  const ways = (contract ?? []).filter((sentence) => sentence.topic === 'way').slice(0, SHOWN);
  const empty = hasErrors ? 'app.contract.errors' : 'app.contract.none';
  return (
    <Line icon={<ScrollText size={14} aria-hidden />}>
      <span aria-live="polite">
        {contract === undefined ? null : ways.length === 0 ? (
          t(empty)
        ) : (
          <Rich text={ways.map(words).join(' ')} />
        )}
      </span>
      {contract && contract.length > 0 && <All contract={contract} />}
      {children}
    </Line>
  );
}
