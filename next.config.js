// The same for every answer. What depends on the request or the environment is set in proxy.ts.
const headers = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  {
    key: "Permissions-Policy",
    value: "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

/** @type {import("next").NextConfig} */
const config = {
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  headers: async () => [{ source: "/((?!api/twilio/).*)", headers }],
  serverExternalPackages: ["postgres", "pg-boss", "nodemailer", "prom-client"],
  // `forbidden()`: a role too low is answered with 403 and app/w/[workspace]/forbidden.tsx.
  experimental: { authInterrupts: true },
};

export default config;
