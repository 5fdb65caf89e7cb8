import type { Scenario } from "../scenario";
import { capUnderFaults } from "./cap-under-faults";
import { clockAhead, clockBehind } from "./clock";
import { databaseKills } from "./database-kills";
import { deliveryOrders } from "./delivery-orders";
import { freezes } from "./freezes";
import { frozenBeforeRequest } from "./frozen-before-request";
import { halfOpen } from "./half-open";
import { held } from "./held";
import { kills } from "./kills";
import { knownCallers } from "./known-callers";
import { lateWishes } from "./late-wishes";
import { longFreezes } from "./long-freezes";
import { lostWebhooks } from "./lost-webhooks";
import { readOnly } from "./read-only";
import { refusals } from "./refusals";
import { repeats } from "./repeats";
import { rollingRestarts } from "./rolling-restarts";
import { simultaneous } from "./simultaneous";
import { smoke } from "./smoke";
import { spendingCap } from "./spending-cap";
import { sweeperRaces } from "./sweeper-races";
import { takeOver } from "./take-over";
import { tooLate } from "./too-late";
import { waits } from "./waits";
import { webhooksAtOnce } from "./webhooks-at-once";

/** In the order of the table. The smoke runs only when it is asked for: the tests do. */
export const SCENARIOS: readonly Scenario[] = [
  repeats,
  simultaneous,
  knownCallers,
  webhooksAtOnce,
  kills,
  databaseKills,
  takeOver,
  freezes,
  longFreezes,
  frozenBeforeRequest,
  deliveryOrders,
  refusals,
  rollingRestarts,
  clockAhead,
  clockBehind,
  halfOpen,
  readOnly,
  lostWebhooks,
  sweeperRaces,
  lateWishes,
  spendingCap,
  capUnderFaults,
  waits,
  held,
  tooLate,
  smoke,
];
