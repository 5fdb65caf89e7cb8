import "server-only";
import { env } from "@/lib/env";
import { hoursSkipped } from "@/lib/simulator/skip-hour";
import type { Faults, NetworkState, Phone, PhoneCall } from "./wire";

/** The local carrier's control API, which only this server can reach. */
export function askCarrier(path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${env().SIMULATOR_URL}/control/${path}`, { cache: "no-store", ...init });
}

async function read<T>(path: string): Promise<T> {
  const response = await askCarrier(path, { signal: AbortSignal.timeout(4_000) });
  if (!response.ok) throw new Error(`The carrier answered ${response.status} to ${path}`);
  return (await response.json()) as T;
}

/** The whole network as the simulator shows it, with one customer's phone. */
export async function readNetwork(customer: string): Promise<NetworkState> {
  const [{ numbers }, { phones }, { calls }, phone, faults, health, skipped] = await Promise.all([
    read<{ numbers: { phoneNumber: string }[] }>("numbers"),
    read<{ phones: Phone[] }>("phones"),
    read<{ calls: PhoneCall[] }>("calls"),
    read<NetworkState["customer"]>(`phones/${encodeURIComponent(customer)}`),
    read<Faults>("faults"),
    read<{ lastLedgerId: number }>("health"),
    hoursSkipped(),
  ]);
  return {
    numbers: numbers.map(({ phoneNumber }) => phoneNumber),
    phones: phones.map(({ number, label, behaviour, forwarding, texting }) => ({
      number,
      label,
      behaviour,
      forwarding,
      texting,
    })),
    calls,
    customer: { texts: phone.texts, calls: phone.calls, texting: phone.texting },
    faults,
    hoursSkipped: skipped,
    lastLedgerId: health.lastLedgerId,
  };
}
