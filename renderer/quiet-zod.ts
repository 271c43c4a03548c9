/** zod must not try `new Function`: the page's policy forbids it and a browser reports each try. Imported before all else. */
import { config } from "zod";

config({ jitless: true });
