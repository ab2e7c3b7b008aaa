// The approval card, drawn from what will be executed. Its order never changes and nothing on it
// folds away. A1 what is approved is what is shown: changes are made in place, where they are read.
// A2 an answer that is refused (a limit) says so here, and the card goes on to whoever may.

import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { t } from '../words.ts';
import { AnswerFields, useFilled } from './answer-fields.tsx';
import { CardFrame } from './card-frame.tsx';
import type { CardProps } from './card-props.ts';
import { isDoorCard, questionOf } from './card-words.ts';
import { Exactly } from './exactly.tsx';
import { otherFields } from './exactly-words.ts';
import { NotePanel } from './note-panel.tsx';
import { Outcomes } from './outcomes.tsx';
import { TogetherList } from './together-list.tsx';
import { wordsFor } from './what-next.ts';
import { WhyList } from './why-list.tsx';

type Mode = 'read' | 'change' | 'send-back' | 'refuse';

export function ApprovalCard({ card, view, known, decision, deciding }: CardProps): ReactNode {
  const [mode, setMode] = useState<Mode>('read');
  const filled = useFilled(card);
  const { decide, busy, refusal } = decision;
  const can = (choice: string): boolean => card.choices.includes(choice);
  const isChanging = mode === 'change';
  const editing = isChanging
    ? { changes: filled.values, set: filled.set, faults: filled.faults }
    : undefined;
  const approve = (): void => {
    const values = filled.checked();
    if (values) decide('approve', card.body.fields.length > 0 ? { edit: values } : {});
  };
  const leave = (): void => {
    filled.reset();
    setMode('read');
  };
  const question = questionOf(card, known.names, isChanging ? filled.values : undefined);
  return (
    <CardFrame
      card={card}
      question={question}
      refused={refusal?.message}
      footer={
        mode === 'send-back' || mode === 'refuse' ? (
          <NotePanel
            choice={mode}
            isBusy={busy === mode}
            onGive={(note) => decide(mode, note ? { note } : {})}
            onCancel={leave}
          />
        ) : (
          <>
            {deciding}
            <div className="buttons">
              <Button
                variant="filled"
                loading={busy === 'approve'}
                disabled={busy !== undefined && busy !== 'approve'}
                onClick={approve}
              >
                {t(isChanging ? 'card.approve.changed' : 'card.approve')}
              </Button>
              {isChanging ? (
                <Button onClick={leave}>{t('card.back')}</Button>
              ) : (
                <>
                  {card.body.fields.length > 0 && (
                    <Button onClick={() => setMode('change')}>{t('card.change')}</Button>
                  )}
                  {can('send-back') && (
                    <Button onClick={() => setMode('send-back')}>{t('card.send_back')}</Button>
                  )}
                  {can('refuse') && (
                    <Button className="danger" onClick={() => setMode('refuse')}>
                      {t('card.refuse')}
                    </Button>
                  )}
                </>
              )}
            </div>
          </>
        )
      }
    >
      <Exactly card={card} view={view} names={known.names} editing={editing} />
      {isChanging && <AnswerFields fields={otherFields(card)} filled={filled} />}
      <TogetherList card={card} known={known} />
      <WhyList card={card} view={view} known={known} />
      {isDoorCard(card) && (
        <Outcomes
          of={['approve', 'refuse'].map((choice) => ({
            label: t(`card.door.if.${choice}`),
            words: wordsFor(card, choice, known),
          }))}
        />
      )}
    </CardFrame>
  );
}
