import type net from "node:net";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import { LANES, type Lane } from "./lanes";
import { openSocket, type Target } from "./socket";

const SECONDS = 1;

type Options = NonNullable<Parameters<typeof postgres>[1]> & { socket: (target: Target) => net.Socket };

/** A connection that is asked nothing within a transaction for so long was given up by whoever began it. */
const IDLE_IN_TRANSACTION_MS = 10_000;
/** How much later than the deadline here the server ends a transaction by itself. */
const SERVER_GRACE_MS = 5_000;

function connect(lane: Lane, onLost: () => void) {
  const { connections, deadlineMs } = LANES[lane];
  const options: Options = {
    max: connections,
    socket: (target) => openSocket(target, onLost),
    connect_timeout: 3 * SECONDS,
    // A pool that was given up may have opened new ones for what still waited in it.
    idle_timeout: 20 * SECONDS,
    max_lifetime: 30 * 60 * SECONDS,
    // Asked on the side, where nobody listens when it fails; no array is read by its type.
    fetch_types: false,
    onnotice: () => {},
    onparameter: (key, value) => {
      if (key === "server_version" && Number.parseInt(value, 10) >= 17) {
        // Older servers refuse connections that name it, so only those opened after the first have it.
        Object.assign(client.options.connection, { transaction_timeout: deadlineMs + SERVER_GRACE_MS });
      }
    },
    connection: {
      application_name: "ringback",
      // A frozen process must not sit on a caller's slot for ever.
      idle_in_transaction_session_timeout: Math.min(IDLE_IN_TRANSACTION_MS, deadlineMs),
      statement_timeout: deadlineMs,
    },
  };
  const client = postgres(env().DATABASE_URL, options);
  return client;
}

type Pools = Record<Lane, Pool> & { raw: postgres.Sql };
export type Pool = { client: postgres.Sql; db: ReturnType<typeof drizzle>; giveUp: () => void };

// `next dev` loads modules again and again; the pools must survive that.
const kept = globalThis as typeof globalThis & { ringbackPools?: Pools };

function open(): Pools {
  return {
    pages: openPool("pages"),
    webhooks: openPool("webhooks"),
    notices: openPool("notices"),
    // Another client, because drizzle() replaces the JSON and date parsers of the one it is given.
    raw: connect("notices", () => {}),
  };
}

/**
 * A pool that has lost a connection is given up for a new one: the driver would use what is left of the connection again,
 * and what had not gone over the old wire goes first over the new one, which then never stands (porsager/postgres#1133).
 */
function openPool(lane: Lane): Pool {
  const client = preparing(connect(lane, giveUp));
  function giveUp(): void {
    if (kept.ringbackPools?.[lane].client !== client) return;
    kept.ringbackPools[lane] = openPool(lane);
    client.end({ timeout: 5 }).catch(() => {});
  }
  return { client, db: drizzle(client), giveUp };
}

export type Client = { unsafe: postgres.Sql["unsafe"] };

/** Drizzle asks for no prepared statements: then every statement is described, parsed and planned each time anew. */
export function preparing<C extends Client>(client: C): C {
  const unsafe = client.unsafe.bind(client);
  client.unsafe = (query, parameters, options) => {
    assertSendable(parameters ?? []);
    return unsafe(query, parameters, { ...options, prepare: true });
  };
  return client;
}

/**
 * The driver notices a value it cannot write when the statement is half sent, and then never answers what is asked of
 * that connection.
 */
export function assertSendable(values: readonly unknown[]): void {
  for (const [index, value] of values.entries()) {
    if (value !== null && !SENDABLE.includes(typeof value)) {
      throw new Error(`A statement's value $${index + 1} is ${typeof value}`);
    }
  }
}

const SENDABLE: readonly string[] = ["string", "number", "boolean", "bigint"];

/** For `db/client.ts` and `db/tenant.ts` alone: every other reader goes through a workspace. */
export function pools(): Pools {
  kept.ringbackPools ??= open();
  return kept.ringbackPools;
}

export async function closePools(): Promise<void> {
  const open = kept.ringbackPools;
  if (!open) return;
  kept.ringbackPools = undefined;
  const clients = [open.pages.client, open.webhooks.client, open.notices.client, open.raw];
  await Promise.all(clients.map((client) => client.end({ timeout: 5 })));
}
