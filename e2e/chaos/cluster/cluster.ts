import { randomBytes } from "node:crypto";
import path from "node:path";
import { freePort } from "@/scripts/lib/ports.mjs";
import { bundle, type Programs, projectRoot } from "./bundle";
import { Carrier } from "./carrier";
import { CarrierWire } from "./carrier-wire";
import { Child } from "./child";
import { Database } from "./database";
import { Points } from "./points";
import { postgresTap } from "./postgres-wire";
import { TcpProxy } from "./tcp-proxy";

export type ClusterWishes = {
  /** Who takes the webhooks: the handlers in plain node:http, or the built app. */
  web: "handlers" | "built";
  webs: number;
  workers: number;
  /** Postgres keeps its promises over a crash, as it does in production. */
  durable: boolean;
  /** Our own wires between the processes and what they speak to; slower, and needed to break or watch them. */
  wired: boolean;
  /** 1 is real time; less makes rings and deliveries of the carrier faster. */
  timeScale: number;
  /** How wrong the clock of web and workers is. */
  clockOffsetMs?: number;
};

/** One process of the app and its wires. */
export type Member = {
  kind: "web" | "worker";
  child: Child;
  points: Points;
  port?: number;
  database?: TcpProxy;
  carrier?: TcpProxy;
};

export type Account = { accountSid: string; authToken: string };

/** What a process is told of its wire, and the wire. */
type Wire<To extends "database" | "carrier"> = { env: Record<string, string>; member: Pick<Member, To> };

/** Everything that runs: database, carrier, the app's processes, and the wires between them. */
export class Cluster {
  readonly members: Member[] = [];
  readonly account: Account = {
    accountSid: `AC${randomBytes(16).toString("hex")}`,
    authToken: randomBytes(16).toString("hex"),
  };
  /** Told of each request for a text at the moment it passes a wire: the caller's number. */
  onMessage: (to: string) => void = () => {};
  readonly #carrierWires: CarrierWire[] = [];
  readonly #front = new TcpProxy({ targets: () => this.livePorts });
  #carrierProcess: Child | undefined;
  #appUrl = "";

  private constructor(
    readonly folder: string,
    readonly wishes: ClusterWishes,
    readonly database: Database,
    readonly carrier: Carrier,
  ) {}

  static async start(folder: string, wishes: ClusterWishes): Promise<Cluster> {
    const programs = await bundle(path.join(folder, "programs"));
    const database = await Database.start({ folder, durable: wishes.durable });
    const cluster = new Cluster(folder, wishes, database, new Carrier(await freePort()));
    await cluster.#start(programs);
    return cluster;
  }

  get webs(): Member[] {
    return this.members.filter(({ kind }) => kind === "web");
  }

  get workers(): Member[] {
    return this.members.filter(({ kind }) => kind === "worker");
  }

  /** How often a process of the app ended by itself. */
  get died(): number {
    return this.members.reduce((sum, { child }) => sum + child.died, 0);
  }

  /** Where webhooks can be brought just now, as a load balancer would know. */
  get livePorts(): number[] {
    return this.webs.flatMap(({ child, port }) => (child.takesWork && port ? [port] : []));
  }

  /** The public address, which is a load balancer's. */
  get appUrl(): string {
    return this.#appUrl;
  }

  /** The environment of the app's code, also of what runs of it in this very process. */
  get environment(): NodeJS.ProcessEnv & { NODE_ENV: "production" } {
    return {
      PATH: process.env.PATH ?? "",
      NODE_ENV: "production",
      APP_URL: this.#appUrl,
      DATABASE_URL: this.database.appUrl,
      NEXTAUTH_URL: this.#appUrl,
      NEXTAUTH_SECRET: "a secret that lives as long as this run",
      TWILIO_ACCOUNT_SID: this.account.accountSid,
      TWILIO_AUTH_TOKEN: this.account.authToken,
      TWILIO_API_URL: this.carrier.url,
      // Empty, so that a .env file, which the built app reads by itself, brings nothing else into it.
      TWILIO_AUTH_TOKEN_PREVIOUS: "",
      SIMULATOR_URL: "",
      SMTP_URL: "",
    };
  }

  /** Stops the app's processes in order, then the rest. */
  async stop(): Promise<void> {
    await Promise.all(this.members.map(({ child }) => child.stop()));
    for (const { database, carrier } of this.members) {
      database?.close();
      carrier?.close();
    }
    for (const wire of this.#carrierWires) wire.close();
    await this.#carrierProcess?.stop();
    this.#front.close();
    await this.database.stop();
  }

  async #start(programs: Programs): Promise<void> {
    this.#appUrl = `http://127.0.0.1:${await this.#front.listen()}`;
    const { webs, workers, timeScale } = this.wishes;
    this.#carrierProcess = new Child({
      name: "carrier",
      args: [programs.carrier],
      folder: this.folder,
      readyWhen: /carrier ready/,
      env: {
        ...this.environment,
        CARRIER_PORT: String(this.carrier.port),
        CARRIER_TIME_SCALE: String(timeScale),
      },
    });
    await this.#carrierProcess.start();
    for (let index = 1; index <= webs; index++) await this.#addWeb(`web-${index}`, programs);
    for (let index = 1; index <= workers; index++) await this.#addWorker(`worker-${index}`, programs);
    await Promise.all(this.members.map(({ child }) => child.start()));
  }

  async #addWeb(name: string, programs: Programs): Promise<void> {
    const [points, port] = [new Points(), await freePort()];
    const wires = await this.#databaseWire(points);
    const next = path.join(projectRoot, "node_modules/next/dist/bin/next");
    const built = [next, "start", "-H", "127.0.0.1", "-p", String(port)];
    const child = new Child({
      name,
      args: this.wishes.web === "built" ? built : this.#nodeArgs(programs, programs.handlers),
      folder: this.folder,
      readyWhen: /listening|Ready in/,
      env: { ...this.environment, ...wires.env, PORT: String(port) },
    });
    this.members.push({ kind: "web", child, points, port, ...wires.member });
  }

  async #addWorker(name: string, programs: Programs): Promise<void> {
    const points = new Points();
    const [wires, toCarrier] = [await this.#databaseWire(points), await this.#carrierWire(points)];
    const child = new Child({
      name,
      args: this.#nodeArgs(programs, programs.worker),
      folder: this.folder,
      readyWhen: /worker\.started/,
      env: { ...this.environment, ...wires.env, ...toCarrier.env },
    });
    this.members.push({ kind: "worker", child, points, ...wires.member, ...toCarrier.member });
  }

  #nodeArgs(programs: Programs, file: string): string[] {
    const preload = this.wishes.clockOffsetMs ? ["--import", programs.shiftedClock] : [];
    return [...preload, "--enable-source-maps", file];
  }

  async #databaseWire(points: Points): Promise<Wire<"database">> {
    const env: Record<string, string> = { CLOCK_OFFSET_MS: String(this.wishes.clockOffsetMs ?? 0) };
    if (!this.wishes.wired) return { env, member: {} };
    const database = new TcpProxy({ targets: () => [this.database.port], tap: postgresTap(points) });
    const url = new URL(this.database.appUrl);
    url.port = String(await database.listen());
    return { env: { ...env, DATABASE_URL: url.href }, member: { database } };
  }

  async #carrierWire(points: Points): Promise<Wire<"carrier">> {
    if (!this.wishes.wired) return { env: {}, member: {} };
    const onMessage = (to: string) => this.onMessage(to);
    const wire = new CarrierWire({ carrierPort: this.carrier.port, points, onMessage });
    this.#carrierWires.push(wire);
    const port = await wire.listen();
    const carrier = new TcpProxy({ targets: () => [port] });
    return { env: { TWILIO_API_URL: `http://127.0.0.1:${await carrier.listen()}` }, member: { carrier } };
  }
}
