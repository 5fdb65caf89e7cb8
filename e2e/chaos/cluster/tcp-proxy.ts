import net from "node:net";
import { listen } from "./listen";

export type Side = "client" | "server";

/** Looks at what passes on one connection. True holds the piece back, for ever: the connection is stuck from then on. */
export type Tap = (side: Side, chunk: Buffer) => boolean;

type Options = {
  /** Where to go, asked anew for each connection; several targets take turns. */
  targets: () => number[];
  tap?: () => Tap;
};

type Link = { client: net.Socket; server: net.Socket; stuck: boolean };

/**
 * A wire between two processes that can be cut, or, which is worse, go silent: a half-open connection takes everything
 * and gives nothing.
 */
export class TcpProxy {
  readonly #server: net.Server;
  readonly #links = new Set<Link>();
  readonly #options: Options;
  #turn = 0;
  #silent = false;

  constructor(options: Options) {
    this.#options = options;
    this.#server = net.createServer((client) => this.#connect(client));
  }

  listen(): Promise<number> {
    return listen(this.#server);
  }

  /** Where its connections come from, as the other end sees them. */
  get ownPorts(): number[] {
    return [...this.#links].flatMap(({ server }) => server.localPort ?? []);
  }

  /** Every connection there is goes silent, and every new one is taken and never served, until `mend`. */
  swallow(): void {
    this.#silent = true;
    for (const link of this.#links) link.stuck = true;
  }

  /** New connections work again. The silent ones stay silent: nobody tells their owners, until `cut`. */
  mend(): void {
    this.#silent = false;
  }

  /** Ends connections as a reset does. */
  cut(which: "all" | "silent" = "all"): void {
    for (const { client, server, stuck } of [...this.#links]) {
      if (which === "silent" && !stuck) continue;
      client.resetAndDestroy();
      server.destroy();
    }
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #connect(client: net.Socket): void {
    const ports = this.#options.targets();
    const port = ports[this.#turn++ % Math.max(1, ports.length)];
    if (port === undefined) return void client.resetAndDestroy();
    const server = net.connect({ port, host: "127.0.0.1", noDelay: true });
    client.setNoDelay(true);
    const link: Link = { client, server, stuck: this.#silent };
    this.#links.add(link);
    const tap = this.#options.tap?.();
    const carry = (side: Side, to: net.Socket) => (chunk: Buffer) => {
      if (link.stuck) return;
      if (tap?.(side, chunk)) link.stuck = true;
      else to.write(chunk);
    };
    client.on("data", carry("client", server));
    server.on("data", carry("server", client));
    client
      .on("error", () => {})
      .on("close", () => {
        this.#links.delete(link);
        server.destroy();
      });
    server
      .on("error", () => {
        if (!link.stuck) client.resetAndDestroy();
      })
      .on("close", () => {
        // Over a silent wire nobody hears that the other end has gone.
        if (!link.stuck) client.destroy();
      });
  }
}
