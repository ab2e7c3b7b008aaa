// The form for one person: who it is, what he may approve, who stands in, and when he is away.

import {
  Button,
  Modal,
  NumberInput,
  SegmentedControl,
  Select,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import type { Person } from '../../engine/1-document/schema.ts';
import { currencySigns, figureSigns } from '../format.ts';
import { useNow } from '../runs/use-now.ts';
import { t } from '../words.ts';
import { clockIn } from './away.ts';
import {
  faultsOf,
  personOf,
  valuesOf,
  type LimitKind,
  type PersonValues,
} from './person-values.ts';

type Around = { people: Person[]; currency: string; timeZone: string };
type Props = Around & {
  opened: boolean;
  /** Nobody: a new person. */
  person: Person | undefined;
  onClose: () => void;
  onSave: (person: Person) => void;
  isSaving: boolean;
  refusal: string | undefined;
};

type Fields = Around & {
  values: PersonValues;
  faults: ReturnType<typeof faultsOf>;
  set: (change: Partial<PersonValues>) => void;
};

const LIMITS: LimitKind[] = ['none', 'some', 'any'];

function LimitFields({ values, faults, set, currency }: Fields): ReactNode {
  return (
    <div className="all two">
      <div>
        <span className="mantine-InputWrapper-label label-above" id="person-limit">
          {t('people.form.limit')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="person-limit"
          value={values.limit}
          onChange={(limit) => set({ limit: limit as LimitKind })}
          data={LIMITS.map((kind) => ({ value: kind, label: t(`people.form.limit.${kind}`) }))}
        />
      </div>
      {values.limit === 'some' && (
        <NumberInput
          className="num"
          label={t('people.form.amount')}
          {...currencySigns(currency)}
          {...figureSigns()}
          decimalScale={2}
          min={0}
          value={values.amount ?? ''}
          error={faults.amount}
          onChange={(next) => set({ amount: typeof next === 'number' ? next : undefined })}
        />
      )}
    </div>
  );
}

function AwayFields({ values, faults, set, timeZone }: Fields): ReactNode {
  const now = useNow(false);
  return (
    <fieldset className="all two">
      <legend className="mantine-InputWrapper-label">{t('people.form.away')}</legend>
      <TextInput
        type="date"
        label={t('people.form.from')}
        value={values.from}
        onChange={(event) => set({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('people.form.to')}
        value={values.to}
        error={faults.to}
        onChange={(event) => set({ to: event.currentTarget.value })}
      />
      <p className="all meta num">
        {t('people.form.zone', {
          zone: timeZone.replaceAll('_', ' '),
          now: clockIn(timeZone, now),
        })}
      </p>
    </fieldset>
  );
}

function WhoFields({ values, faults, set, people }: Fields): ReactNode {
  const roles = [...new Set(people.flatMap((person) => person.roles))].toSorted();
  return (
    <>
      <TextInput
        label={t('people.form.name')}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={120}
        value={values.name}
        error={faults.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        type="email"
        label={t('people.form.mail')}
        maxLength={200}
        value={values.mail}
        error={faults.mail}
        onChange={(event) => set({ mail: event.currentTarget.value.trim() })}
      />
      <TagsInput
        className="all"
        label={t('people.form.roles')}
        description={t('people.form.roles.help')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={roles}
        value={values.roles}
        onChange={(next) => set({ roles: next })}
        maxTags={20}
      />
    </>
  );
}

function Form(props: Props): ReactNode {
  const { person, people, onClose, onSave, isSaving, refusal } = props;
  const [values, setValues] = useState(valuesOf(person));
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>({});
  const fields: Fields = {
    ...props,
    values,
    faults,
    set: (change) => {
      setValues({ ...values, ...change });
      setFaults({});
    },
  };
  const save = (): void => {
    const wrong = faultsOf(values);
    setFaults(wrong);
    if (Object.keys(wrong).length === 0)
      onSave(
        personOf(
          values,
          person?.id,
          people.map(({ id }) => id),
        ),
      );
  };
  const others = people.filter(({ id }) => id !== person?.id);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="dialog-b">
        <div className="two">
          <WhoFields {...fields} />
          <LimitFields {...fields} />
          <Select
            className="all"
            label={t('people.form.stand_in')}
            description={t('people.form.stand_in.help')}
            inputWrapperOrder={['label', 'input', 'description']}
            value={values.standIn}
            data={[
              { value: '', label: t('people.form.nobody') },
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(next) => fields.set({ standIn: next ?? '' })}
            rightSection={<ChevronDown size={14} aria-hidden />}
          />
          <AwayFields {...fields} />
        </div>
        <Refused why={refusal} />
      </div>
      <div className="dialog-f">
        <span className="grow" />
        <Button onClick={onClose}>{t('app.cancel')}</Button>
        <Button type="submit" variant="filled" loading={isSaving}>
          {t('people.form.save')}
        </Button>
      </div>
    </form>
  );
}

export function PersonForm(props: Props): ReactNode {
  const { opened, person, onClose } = props;
  const title = person ? t('people.form.edit', { name: person.name }) : t('people.form.new');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <Form key={person?.id ?? ''} {...props} />
    </Modal>
  );
}
