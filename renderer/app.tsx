// Which screen stands for which place, and what is shown when something is broken.

import { CloudOff } from 'lucide-react';
import { useSelector } from '@xstate/store-react';
import { useEffect, useState, type ReactNode } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { DesignScreen } from './design/design-screen.tsx';
import { Rail } from './frame/rail.tsx';
import { StandingNote } from './frame/standing.tsx';
import { Broken, Missing, NoToken } from './frame/state-page.tsx';
import { HomeScreen } from './home/home-screen.tsx';
import { WorkflowsScreen } from './home/workflows-screen.tsx';
import { InboxScreen } from './inbox/inbox-screen.tsx';
import { connection, followEvents } from './live.ts';
import { usePlace, type Place } from './route.ts';
import { PlayScreen } from './playback/play-screen.tsx';
import { RunScreen } from './runs/run-screen.tsx';
import { RunsScreen } from './runs/runs-screen.tsx';
import { SettingsScreen } from './settings/settings-screen.tsx';
import { SheetScreen } from './sheets/sheet-screen.tsx';
import { StopEverything } from './stop/stop-everything.tsx';
import { t } from './words.ts';
import { WorldScreen } from './world/world-screen.tsx';

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
  const place = usePlace();
  const [signedIn, setSignedIn] = useState(isOpen);
  useEffect(() => {
    const out = (): void => setSignedIn(false);
    addEventListener('interlock-signed-out', out);
    return () => removeEventListener('interlock-signed-out', out);
  }, []);
  useEffect(() => {
    if (!signedIn) return undefined;
    const ending = new AbortController();
    followEvents(ending.signal);
    return () => ending.abort();
  }, [signedIn]);
  if (!signedIn) return <NoToken />;
  return (
    <div className="shell">
      <Rail at={place.at} />
      <ErrorBoundary
        resetKeys={[place]}
        fallbackRender={({ error, resetErrorBoundary }) => (
          <Broken error={error} reset={resetErrorBoundary} />
        )}
      >
        <Screen place={place} />
      </ErrorBoundary>
      <Lost />
      <StandingNote />
      <StopEverything />
    </div>
  );
}
