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
import './inspector/inspector.css';
import './design/design.css';
import './outline/outline.css';
import './home/home.css';
import './cards/cards.css';
import './runs/runs.css';
import './stop/stop.css';
import './playback/playback.css';
import './inbox/inbox.css';
import './world/world.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { cache } from './ask.ts';
import { openSession } from './session.ts';
import { tellingShell } from './shell.ts';
import { resolver, theme } from './theme.ts';

const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
const scheme = tellingShell(localStorageColorSchemeManager({ key: 'interlock-scheme' }));
const isOpen = await openSession();

createRoot(document.getElementById('root') as HTMLElement).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolver}
    colorSchemeManager={scheme}
    defaultColorScheme="auto"
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={cache}>
      <Notifications position="bottom-center" limit={2} autoClose={3000} />
      <App isOpen={isOpen} />
    </QueryClientProvider>
  </MantineProvider>,
);
