// *Use a real model*: one field for a key or an address, what it is, which models are there, one
// test, and it is set up.

import { Autocomplete, Button, Checkbox, PasswordInput, Select, TextInput } from '@mantine/core';
import { ChevronDown, House, KeyRound, Link, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { Refused } from '../frame/refused.tsx';
import { MAKERS } from '../../engine/1-document/model-source.ts';
import type { Models } from '../../engine/1-document/schema.ts';
import { t } from '../words.ts';
import { ROLES, type Role } from './model-words.ts';
import { PriceFields } from './price-fields.tsx';
import { RunPrices } from './run-prices.tsx';
import { TestPart, Trouble } from './test-part.tsx';
import { priceIn, useSetup, type SetupWork } from './use-setup.ts';

/** What was typed, in words. */
function WhatItIs({ source }: SetupWork): ReactNode {
  switch (source.is) {
    case 'key':
      return (
        <p className="with-icon what-it-is">
          <KeyRound size={14} aria-hidden />
          {source.maker
            ? t('models.use.is.key', { provider: source.maker.name })
            : t('models.use.is.unknown_key')}
        </p>
      );
    case 'address':
      return (
        <p className="with-icon what-it-is">
          {source.isHome ? <House size={14} aria-hidden /> : <Link size={14} aria-hidden />}
          {t(source.isHome ? 'models.use.is.home' : 'models.use.is.address', {
            place: source.place,
          })}
        </p>
      );
    case 'nothing':
      return <p className="what-it-is wait-words">{t('models.use.is.nothing')}</p>;
    case 'empty':
      return null;
  }
}

const OTHER = 'other';

/** Where a key belongs; known by how it begins, else asked. */
function KeyPlace({ setup, source, change }: SetupWork): ReactNode {
  if (source.is !== 'key') return null;
  const maker = setup.maker ?? source.maker;
  const isOther = setup.address !== '' || !maker;
  return (
    <div className="two">
      <Select
        label={t('models.use.provider')}
        value={isOther ? OTHER : maker.id}
        data={[
          ...MAKERS.map(({ id, name }) => ({ value: id, label: name })),
          { value: OTHER, label: t('models.use.provider.other') },
        ]}
        onChange={(id) => {
          const next = MAKERS.find((one) => one.id === id);
          change(next ? { maker: next, address: '' } : { address: 'https://' });
        }}
        rightSection={<ChevronDown size={14} aria-hidden />}
      />
      <TextInput
        label={t('models.use.address')}
        type="url"
        value={isOther ? setup.address : maker.address}
        readOnly={!isOther}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
    </div>
  );
}

/** The one field, and what follows from it. */
function Where(work: SetupWork): ReactNode {
  const { setup, source, change, address, busy, find, listed, cancel } = work;
  const place = address === undefined ? '' : new URL(address).host;
  return (
    <>
      <PasswordInput
        label={t('models.use.field')}
        placeholder={t('models.use.place')}
        size="xs"
        visible={source.is !== 'key'}
        visibilityToggleButtonProps={{ style: { display: 'none' } }}
        autoComplete="off"
        spellCheck={false}
        value={setup.typed}
        onChange={(event) => change({ typed: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && address !== undefined && !busy) void find();
        }}
      />
      <div aria-live="polite">
        <WhatItIs {...work} />
      </div>
      <KeyPlace {...work} />
      {source.is === 'address' && !source.isHome && (
        <PasswordInput
          size="xs"
          label={t('models.use.own_key')}
          autoComplete="off"
          value={setup.ownKey}
          onChange={(event) => change({ ownKey: event.currentTarget.value })}
        />
      )}
      {address !== undefined && !listed?.ok && (
        <div className="row">
          <Button
            variant="filled"
            leftSection={<Search size={14} aria-hidden />}
            loading={busy === 'list'}
            onClick={() => void find()}
          >
            {t('models.use.find')}
          </Button>
          {busy === 'list' && (
            <>
              <span className="meta">{t('models.use.finding', { place })}</span>
              <Button variant="subtle" onClick={cancel}>
                {t('models.use.cancel')}
              </Button>
            </>
          )}
        </div>
      )}
      {listed && !listed.ok && <Trouble said={listed.trouble} />}
    </>
  );
}

/** Which model, what it costs, for what. */
function Which(work: SetupWork): ReactNode {
  const { setup, listed, change, address } = work;
  if (!listed || address === undefined) return null;
  const offered = listed.ok ? listed.models : [];
  const price = priceIn(setup);
  return (
    <>
      {listed.ok && (
        <p className="meta num">
          {t('models.use.found', { place: new URL(address).host, n: offered.length })}
        </p>
      )}
      <Autocomplete
        size="xs"
        label={t('models.use.model')}
        description={t('models.use.model.help')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={offered}
        limit={60}
        value={setup.model}
        onChange={(model) => change({ model, price: {} })}
      />
      {setup.model !== '' && (
        <>
          <PriceFields
            model={setup.model}
            price={setup.price}
            onChange={(next) => change({ price: next })}
          />
          <Checkbox.Group
            label={t('models.use.for')}
            value={setup.roles}
            onChange={(roles) => change({ roles: roles as Role[] })}
          >
            <div className="role-checks">
              {ROLES.map((role) => (
                <Checkbox key={role} value={role} label={t(`models.role.${role}`)} />
              ))}
            </div>
          </Checkbox.Group>
          {price && <RunPrices priced={() => price} />}
          <TestPart {...work} />
        </>
      )}
    </>
  );
}

export function UseModel({ models, practice }: { models: Models; practice: boolean }): ReactNode {
  const work = useSetup(models);
  const { setup, tried, busy, refusal, save } = work;
  const canSave = tried?.ok === true && setup.roles.length > 0;
  const said = (model: string, where: string | undefined): string =>
    [
      t(practice ? 'models.use.saved.practice' : 'models.use.saved', { model }),
      ...(where === undefined ? [] : [where]),
    ].join(' ');
  return (
    <section className="panel use-model" aria-labelledby="use-model">
      <h2 className="h" id="use-model">
        {t('models.use.title')}
      </h2>
      <p className="part-sub">{t('models.use.sub')}</p>
      <Where {...work} />
      <Which {...work} />
      <Refused why={refusal} />
      {tried !== undefined && (
        <div className="row">
          <Button
            variant="filled"
            disabled={!canSave}
            loading={busy === 'save'}
            onClick={() => void save(said)}
          >
            {t('models.use.save')}
          </Button>
          {!tried.ok && <span className="meta">{t('models.use.test_first')}</span>}
        </div>
      )}
    </section>
  );
}
