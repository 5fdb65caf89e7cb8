/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  serverExternalPackages: ["postgres", "pg-boss", "nodemailer", "prom-client"],
  // `forbidden()`: a role too low is answered with 403 and app/w/[workspace]/forbidden.tsx.
  experimental: {
    authInterrupts: true,
    // What proxy.ts would be given of a body, which the front door has bounded already (lib/front-door).
    proxyClientMaxBodySize: "1mb",
    serverActions: { bodySizeLimit: "1mb" },
  },
};

export default config;
