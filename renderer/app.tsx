// Which screen stands for which place, and what is shown when something is broken.

import { CloudOff } from 'lucide-react';
import { useSelector } from '@xstate/store-react';
import { Suspense, useDeferredValue, useEffect, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Desk } from './frame/desk.tsx';
import { later, loadTheRest } from './frame/later.tsx';
import { Rail } from './frame/rail.tsx';
import { StandingNote } from './frame/standing.tsx';
import { Broken, Missing, NoToken } from './frame/state-page.tsx';
import { connection, followEvents } from './live.ts';
import { placeOf, useAddress, type Place } from './route.ts';
import { Tour } from './tour/tour.tsx';
import { StopEverything } from './stop/stop-key.tsx';
import { StartWays } from './start/start-ways.tsx';
import { t, useLanguage } from './words.ts';

const HomeScreen = later(() => import('./home/home-screen.tsx').then((m) => m.HomeScreen));
const DesignScreen = later(() => import('./design/design-screen.tsx').then((m) => m.DesignScreen));
const RunScreen = later(() => import('./runs/run-screen.tsx').then((m) => m.RunScreen));
const InboxScreen = later(() => import('./inbox/inbox-screen.tsx').then((m) => m.InboxScreen));
const WorkflowsScreen = later(() =>
  import('./home/workflows-screen.tsx').then((m) => m.WorkflowsScreen),
);
const RunsScreen = later(() => import('./runs/runs-screen.tsx').then((m) => m.RunsScreen));
const PlayScreen = later(() => import('./playback/play-screen.tsx').then((m) => m.PlayScreen));
const WorldScreen = later(() => import('./world/world-screen.tsx').then((m) => m.WorldScreen));
const SheetScreen = later(() => import('./sheets/sheet-screen.tsx').then((m) => m.SheetScreen));
const SettingsScreen = later(() =>
  import('./settings/settings-screen.tsx').then((m) => m.SettingsScreen),
);

function Screen({ place }: { place: Place }): ReactNode {
  switch (place.at) {
    case 'home':
      return <HomeScreen />;
    case 'design':
      return place.slug ? <DesignScreen key={place.slug} slug={place.slug} /> : <WorkflowsScreen />;
    case 'runs':
      return <RunsScreen />;
    case 'run':
      return <RunScreen key={place.run} run={place.run} />;
    case 'play':
      return <PlayScreen key={place.run} run={place.run} />;
    case 'inbox':
      return <InboxScreen {...(place.card ? { card: place.card } : {})} />;
    case 'world':
      return <WorldScreen />;
    case 'boundaries':
    case 'tools':
    case 'rules':
    case 'history':
      return <SheetScreen key={place.slug} at={place.at} slug={place.slug} />;
    case 'settings':
      return <SettingsScreen part={place.part} />;
    case 'nowhere':
      return <Missing title={t('app.missing.title')} text={t('app.missing.text')} />;
  }
}

/** Says that the engine does not answer; nothing is lost, and it is tried again by itself. */
function Lost(): ReactNode {
  const state = useSelector(connection, (s) => s.context.state);
  if (state !== 'lost') return null;
  return (
    <output className="chip lost">
      <CloudOff size={14} aria-hidden /> {t('app.lost')}
    </output>
  );
}

export function App({ isOpen }: { isOpen: boolean }): ReactNode {
  // Whatever is shown is drawn again where it stands when the language changes.
  useLanguage();
  const address = useAddress();
  // While a screen is fetched the one before it stays: going somewhere never shows an empty page.
  const shown = useDeferredValue(address);
  const [signedIn, setSignedIn] = useState(isOpen);
  useEffect(() => {
    const out = (): void => setSignedIn(false);
    addEventListener('interlock-signed-out', out);
    return () => removeEventListener('interlock-signed-out', out);
  }, []);
  useEffect(() => {
    if (!signedIn) return undefined;
    loadTheRest();
    const ending = new AbortController();
    followEvents(ending.signal);
    return () => ending.abort();
  }, [signedIn]);
  if (!signedIn) return <NoToken />;
  return (
    <div className="shell">
      <Rail at={placeOf(address).at} />
      <ErrorBoundary
        resetKeys={[shown]}
        fallbackRender={({ error, resetErrorBoundary }) => (
          <Broken error={error} reset={resetErrorBoundary} />
        )}
      >
        <Suspense fallback={<main className="page" aria-busy />}>
          <Screen place={placeOf(shown)} />
        </Suspense>
      </ErrorBoundary>
      <Lost />
      <StandingNote />
      <StopEverything />
      <Desk />
      <Tour />
      <StartWays />
    </div>
  );
}
