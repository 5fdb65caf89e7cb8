import { z } from "zod";
import { SIGN_UP_MODES } from "@/db/enums";

const origin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** 32 characters of which at least 8 differ, so that one letter held down is no secret. */
const secret = z
  .string()
  .min(32, "needs 32 characters or more: openssl rand -base64 32")
  .refine((value) => new Set(value).size >= 8, "has too few different characters: openssl rand -base64 32");

const schema = z.object({
  APP_URL: origin.describe("public base of this installation, as Twilio reaches it"),
  // Refined, because the library that would meet a malformed one prints it, password and all.
  DATABASE_URL: z
    .string()
    .refine((url) => URL.canParse(url), "is not an address")
    .describe("Postgres, as the role that owns nothing"),
  TWILIO_ACCOUNT_SID: optional(z.string().regex(/^AC[0-9a-f]{32}$/i, "starts with AC and has 34 characters")),
  TWILIO_AUTH_TOKEN: optional(z.string()),
  TWILIO_AUTH_TOKEN_PREVIOUS: optional(z.string()).describe("still accepted on webhooks while a token is rotated"),
  TWILIO_API_URL: optional(origin).describe("one origin that stands for all of Twilio's hosts"),
  NEXTAUTH_SECRET: secret,
  SMTP_URL: optional(z.string().refine((url) => URL.canParse(url), "is not an address")),
  MAIL_FROM: z.string().default("Ringback <ringback@localhost>"),
  SIMULATOR_URL: optional(origin).describe("the local carrier's control address; opens /simulator"),
  SIGN_UP: z
    .preprocess((value) => value || undefined, z.enum(SIGN_UP_MODES).default("invited"))
    .describe("who may open a workspace: people an operator invites, or anybody"),
  OPEN_WITHOUT_BILLING: optional(z.literal("yes")).describe("lets SIGN_UP=open run without a payment account"),
  TRUSTED_PROXY_HOPS: z
    .preprocess((value) => (value === "" ? undefined : value), z.coerce.number().int().min(0).max(10).default(0))
    .describe("how many proxies stand in front; their x-forwarded-for entries are believed"),
  GOOGLE_CLIENT_ID: optional(z.string()),
  GOOGLE_CLIENT_SECRET: optional(z.string()),
  METRICS_TOKEN: optional(secret).describe("bearer token of /api/metrics; without it the address does not exist"),
});

export type Env = z.infer<typeof schema>;

let parsed: Env | undefined;

/**
 * The environment, parsed once.
 * @throws when something is missing or malformed, naming each variable and what it should be.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not complete. Set these (see .env.example):\n${lines.join("\n")}`);
  }
  parsed = result.data;
  // next-auth reads its own address from here at every request; behind a proxy the request does not know it.
  process.env.NEXTAUTH_URL = parsed.APP_URL;
  return parsed;
}

/** Read without the rest of the environment, for code that runs while the app is being built. */
export const isProduction = process.env.NODE_ENV === "production";
