import type { CallRegistry } from "./calls/call-registry";
import type { Clock } from "./clock";
import type { FaultBox } from "./faults";
import type { Ledger } from "./ledger";
import type { NetworkState } from "./store/network-state";
import type { Settings } from "./types";
import type { Reordering } from "./webhooks/reordering";

/** The parts of one telephone network. */
export interface Network {
  readonly accountSid: string;
  readonly authToken: string;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly faults: FaultBox;
  readonly state: NetworkState;
  readonly calls: CallRegistry;
  readonly reordering: Reordering;
  settings: Settings;
  /** Where this network is reached; media addresses begin with it. */
  url: string;
  webhooksInFlight: number;
  textsInFlight: number;
}
