/** What the carrier's control API takes; its own documentation stands at the top of the control server. */
export type CarrierFaults = {
  seed?: number;
  listLagMs?: number;
  webhooks?: {
    effect: string;
    kinds?: string[];
    probability?: number;
    times?: number;
    minMs?: number;
    maxMs?: number;
  }[];
  requests?: { effect: string; operation?: string; probability?: number; ms?: number; code?: number }[];
};

export type LedgerEntry = { id: number; at: number; kind: string; [field: string]: unknown };

export type CarrierHealth = {
  liveCalls: number;
  webhooksInFlight: number;
  textsInFlight: number;
  lastLedgerId: number;
};

/** The local carrier, reached over HTTP alone. */
export class Carrier {
  constructor(readonly port: number) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  setFaults(faults: CarrierFaults): Promise<unknown> {
    return this.control("faults", faults);
  }

  health(): Promise<CarrierHealth> {
    return this.control("health");
  }

  setPhone(phone: { number: string; behaviour: string; forwarding: unknown }) {
    return this.control("phones", phone);
  }

  placeCall(plan: { from: string; to: string }): Promise<{ id: string }> {
    return this.control("calls", plan);
  }

  /** @returns the text's sid */
  async sendText(text: { from: string; to: string; body: string }): Promise<string> {
    const { messageSid } = await this.control<{ messageSid: string | null }>("texts", text);
    if (messageSid === null) throw new Error("A text went to a number that is nobody's");
    return messageSid;
  }

  async ledger(query: { after: number; kinds: string[]; limit: number }): Promise<LedgerEntry[]> {
    const { after, kinds, limit } = query;
    const path = `ledger?after=${after}&kind=${kinds.join(",")}&limit=${limit}`;
    return (await this.control<{ entries: LedgerEntry[] }>(path)).entries;
  }

  /** One request to the control API; with a body it is a POST. @throws with the carrier's own sentence */
  async control<T>(path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${this.url}/control/${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`The carrier answered ${response.status} to ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  }
}
