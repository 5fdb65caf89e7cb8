import { z } from "zod";
import { SIGN_UP_MODES } from "@/db/enums";
import { Refusal } from "./errors";
import { isLoopback } from "./loopback";

const origin = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/(?<!\/)\/+$/, ""));
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

/** 32 characters of which at least 8 differ, so that one letter held down is no secret. */
const secret = z
  .string()
  .min(32, "needs 32 characters or more: openssl rand -base64 32")
  .refine((value) => new Set(value).size >= 8, "has too few different characters: openssl rand -base64 32");

/** As Twilio's console shows it. Blanks and quotes around it are what people copy along. */
const token = z
  .string()
  .regex(/^[\x21\x23-\x26\x28-\x7e]{1,200}$/, "holds blanks or quotes: copy it from Twilio's console");

const variables = z.object({
  APP_URL: origin.describe("public base of this installation, as Twilio reaches it"),
  // Refined, because the library that would meet a malformed one prints it, password and all.
  DATABASE_URL: z
    .string()
    .refine((url) => URL.canParse(url), "is not an address")
    .describe("Postgres, as the role that owns nothing"),
  TWILIO_ACCOUNT_SID: optional(z.string().regex(/^AC[0-9a-f]{32}$/i, "starts with AC and has 34 characters")),
  TWILIO_AUTH_TOKEN: optional(token),
  TWILIO_AUTH_TOKEN_PREVIOUS: optional(token).describe("still accepted on webhooks while a token is rotated"),
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
  SECURITY_CONTACT: optional(z.url({ protocol: /^(https|mailto|tel)$/ })).describe(
    "where to report weaknesses, in /.well-known/security.txt; MAIL_FROM without it",
  ),
  METRICS_TOKEN: optional(secret).describe("bearer token of /api/metrics; without it the address does not exist"),
});

export type Env = z.infer<typeof variables>;

const schema = variables.superRefine((given, { addIssue }) => {
  const refuse = (name: keyof Env, message: string) => addIssue({ code: "custom", path: [name], message });
  const { APP_URL, SIMULATOR_URL, TWILIO_ACCOUNT_SID, TWILIO_API_URL, TWILIO_AUTH_TOKEN } = given;
  if (TWILIO_ACCOUNT_SID && !TWILIO_AUTH_TOKEN) refuse("TWILIO_AUTH_TOKEN", "is missing beside TWILIO_ACCOUNT_SID");
  if (TWILIO_AUTH_TOKEN && !TWILIO_ACCOUNT_SID) refuse("TWILIO_ACCOUNT_SID", "is missing beside TWILIO_AUTH_TOKEN");
  if (given.SIGN_UP === "open") requireForStrangers(given, refuse);
  if (!SIMULATOR_URL) return;
  // The simulator shows everybody's mail, and with it the links that open accounts.
  if (!isLoopback(APP_URL))
    refuse("SIMULATOR_URL", "opens the simulator, which must not be reached from outside: leave it empty");
  else if (!isLoopback(SIMULATOR_URL))
    refuse("SIMULATOR_URL", "must be the local carrier on this machine, such as http://localhost:4000");
  else if (TWILIO_API_URL !== SIMULATOR_URL)
    refuse("SIMULATOR_URL", "goes with the local carrier alone: set TWILIO_API_URL to the same address");
});

/** Strangers are let in by mail alone, and somebody has to pay for what they do. */
function requireForStrangers(given: Env, refuse: (name: keyof Env, message: string) => void): void {
  const { APP_URL, SMTP_URL, SIMULATOR_URL, TWILIO_API_URL, OPEN_WITHOUT_BILLING } = given;
  // In the demo, on this machine alone, the simulator's mailbox stands for the mail server.
  const isDemo = [APP_URL, SIMULATOR_URL, TWILIO_API_URL].every((url) => url !== undefined && isLoopback(url));
  if (!SMTP_URL && !isDemo)
    refuse("SMTP_URL", "is needed by SIGN_UP=open, which mails a link to whoever signs up; or set SIGN_UP to invited");
  if (!OPEN_WITHOUT_BILLING)
    refuse(
      "OPEN_WITHOUT_BILLING",
      "is needed by SIGN_UP=open without a payment account: set it to yes, and pay for all",
    );
}

let parsed: Env | undefined;

/**
 * The environment, parsed once.
 * @throws Refusal when something is missing or malformed, naming each variable and what it should be.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Refusal(`The environment is not right. Set these (see .env.example):\n${lines.join("\n")}`);
  }
  parsed = result.data;
  // next-auth reads its own address from here at every request; behind a proxy the request does not know it.
  process.env.NEXTAUTH_URL = parsed.APP_URL;
  return parsed;
}

/** Read without the rest of the environment, for code that runs while the app is being built. */
export const isProduction = process.env.NODE_ENV === "production";
