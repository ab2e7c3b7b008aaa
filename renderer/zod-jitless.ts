// Must be the first import of the app: zod otherwise probes `new Function`, which the content
// security policy of the page refuses and reports.
import { z } from 'zod';

z.config({ jitless: true });
