import fs from "node:fs";
import path from "node:path";

/** Where a proxy of this run listens, what it passes on to, and with what it proves its name. */
export type Place = { name: string; port: number; webPort: number; certificate: string; key: string; folder: string };
export type Program = { command: string; args: string[]; env: NodeJS.ProcessEnv };

const PUBLIC_NAME = "ringback.example.com";

/** The file as it stands in the repository, but for names, ports and the certificate. @throws when one of them is missing */
function adapted(file: string, changes: readonly (readonly [RegExp, string])[]): string {
  let text = fs.readFileSync(path.join("deploy", file), "utf8");
  for (const [from, to] of changes) {
    if (!from.test(text)) throw new Error(`deploy/${file} has no ${from}`);
    text = text.replace(from, to);
  }
  return text;
}

export const PROXIES: Record<"caddy" | "nginx", (place: Place) => Program> = {
  caddy({ name, port, webPort, certificate, key, folder }) {
    const file = path.join(folder, "Caddyfile");
    const text = adapted("Caddyfile", [
      [/^\{$/m, "{\n\tadmin off\n\tauto_https disable_redirects"],
      [
        new RegExp(`^${PUBLIC_NAME} \\{$`, "m"),
        `https://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${certificate} ${key}`,
      ],
      [/reverse_proxy 127\.0\.0\.1:3000/, `reverse_proxy 127.0.0.1:${webPort}`],
    ]);
    fs.writeFileSync(file, text);
    const own = { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder };
    return {
      command: "caddy",
      args: ["run", "--config", file, "--adapter", "caddyfile"],
      env: { ...process.env, ...own },
    };
  },

  nginx({ name, port, webPort, certificate, key, folder }) {
    const site = adapted("nginx.conf", [
      [/listen 80;/, `listen 127.0.0.1:${port + 1};`],
      [/listen 443 ssl http2;/, `listen 127.0.0.1:${port} ssl http2;`],
      [/server 127\.0\.0\.1:3000;/, `server 127.0.0.1:${webPort};`],
      [/ssl_certificate \S+;/, `ssl_certificate ${certificate};`],
      [/ssl_certificate_key \S+;/, `ssl_certificate_key ${key};`],
      [new RegExp(PUBLIC_NAME, "g"), name],
    ]);
    return nginx(site, folder);
  },
};

function nginx(site: string, folder: string): Program {
  const own = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const file = path.join(folder, "nginx.conf");
  fs.writeFileSync(
    file,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log; events {}
http { access_log off; ${own.join(" ")}
${site}
}`,
  );
  return { command: "nginx", args: ["-e", `${folder}/error.log`, "-c", file], env: process.env };
}
