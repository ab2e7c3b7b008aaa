// Where the app begins: styles, providers, the session of this window, and the first screen.

import './zod-jitless.ts';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import 'reactflow/dist/base.css';
import './tokens.css';
import './base.css';
import './frame/frame.css';
import './canvas/canvas.css';
import './fields/fields.css';
import './inspector/editor/editor.css';
import './inspector/inspector.css';
import './try/try.css';
import './design/design.css';
import './outline/outline.css';
import './home/home.css';
import './cards/cards.css';
import './runs/runs.css';
import './stop/stop.css';
import './playback/playback.css';
import './inbox/inbox.css';
import './world/world.css';
import './tour/tour.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { cache } from './ask.ts';
import { openPreferences, schemeManager } from './preferences.ts';
import { openSession } from './session.ts';
import { tellingShell } from './shell.ts';
import { resolver, theme } from './theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';

// Not awaited while this file is loaded: the file of a language may need what lies in this one.
async function start(): Promise<void> {
  const isOpen = await openSession();
  await openPreferences(isOpen);
  createRoot(document.getElementById('root') as HTMLElement).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={resolver}
      colorSchemeManager={tellingShell(schemeManager)}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={cache}>
        <Notifications position="bottom-center" limit={2} autoClose={3000} />
        <App isOpen={isOpen} />
      </QueryClientProvider>
    </MantineProvider>,
  );
}
void start();
