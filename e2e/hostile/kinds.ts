import { MEMBERS } from "./member-kinds";
import { PAGES } from "./page-kinds";
import type { Kind } from "./requests";
import { SIGNING_IN } from "./sign-in-kinds";
import { WEBHOOKS } from "./webhook-kinds";

/** Everything that is tried, by who could send it. */
export const KINDS: Kind[] = [...WEBHOOKS, ...SIGNING_IN, ...PAGES, ...MEMBERS];
