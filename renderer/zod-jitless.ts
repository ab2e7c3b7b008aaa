// Must be the first import of the app: zod otherwise probes `new Function`, which the content
// security policy of the page refuses and reports.
import { config } from 'zod/v4/core';

config({ jitless: true });
