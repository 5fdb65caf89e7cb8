import { afterEach, describe, expect, it, vi } from "vitest";
import { stubEnvironment } from "./twilio/testing/environment";

afterEach(() => vi.unstubAllEnvs());

async function refusal(overrides: Record<string, string>): Promise<string | null> {
  stubEnvironment(overrides);
  vi.resetModules();
  const { env } = await import("./env");
  try {
    env();
    return null;
  } catch (error) {
    expect(error).toMatchObject({ name: "Refusal" });
    return (error as Error).message;
  }
}

const local = { APP_URL: "http://localhost:3000", TWILIO_API_URL: "http://localhost:4000" };

describe("the simulator and its mailbox", () => {
  it("open with the local carrier on this machine", async () => {
    expect(await refusal({ ...local, SIMULATOR_URL: "http://localhost:4000" })).toBeNull();
  });

  it.each([
    ["a public address", { APP_URL: "https://ringback.example.com" }],
    ["a neighbour's address", { APP_URL: "http://192.168.1.7:3000" }],
    ["a name that begins like loopback", { APP_URL: "http://localhost.example.com" }],
    ["Twilio's own API", { TWILIO_API_URL: "" }],
    ["another carrier's API", { TWILIO_API_URL: "http://localhost:4001" }],
    ["a carrier elsewhere", { TWILIO_API_URL: "http://10.0.0.7:4000", SIMULATOR_URL: "http://10.0.0.7:4000" }],
  ])("are refused with %s", async (_, wrong) => {
    const words = await refusal({ ...local, SIMULATOR_URL: "http://localhost:4000", ...wrong });
    expect(words).toMatch(/SIMULATOR_URL: \w/);
  });
});

describe("secrets", () => {
  it.each([
    ["sixteen letters", "0123456789abcdef"],
    ["one letter held down", "a".repeat(44)],
    ["two letters in turn", "ab".repeat(20)],
    ["nothing", ""],
  ])("%s sign no session: the sentence has the command that makes one", async (_, secret) => {
    expect(await refusal({ NEXTAUTH_SECRET: secret })).toMatch(/NEXTAUTH_SECRET: .*openssl rand -base64 32/);
  });

  it("guard the metrics as well", async () => {
    expect(await refusal({ METRICS_TOKEN: "m".repeat(40) })).toMatch(/METRICS_TOKEN: .*openssl rand -base64 32/);
    expect(await refusal({ METRICS_TOKEN: "" })).toBeNull();
  });

  it("of the carrier come with its account, as copied and without what stood around them", async () => {
    expect(await refusal({ TWILIO_AUTH_TOKEN: "" })).toMatch(/TWILIO_AUTH_TOKEN: is missing/);
    expect(await refusal({ TWILIO_ACCOUNT_SID: "" })).toMatch(/TWILIO_ACCOUNT_SID: is missing/);
    expect(await refusal({ TWILIO_ACCOUNT_SID: "", TWILIO_AUTH_TOKEN: "" })).toBeNull();
    expect(await refusal({ TWILIO_AUTH_TOKEN: "0123 4567" })).toMatch(/TWILIO_AUTH_TOKEN: holds blanks/);
    expect(await refusal({ TWILIO_AUTH_TOKEN: '"0123"' })).toMatch(/TWILIO_AUTH_TOKEN: holds blanks or quotes/);
  });

  it("are never repeated in the sentence", async () => {
    const words = await refusal({
      NEXTAUTH_SECRET: "hunter2-hunter2",
      TWILIO_AUTH_TOKEN: "topsecret token",
      DATABASE_URL: "postgres//app:dbpassword",
      METRICS_TOKEN: "metricspassword",
    });
    expect(words).not.toMatch(/hunter2|topsecret|dbpassword|metricspassword/);
  });
});

describe("SIGN_UP=open", () => {
  const open = { SIGN_UP: "open", OPEN_WITHOUT_BILLING: "yes" };
  const smtp = { SMTP_URL: "smtps://user:word@mail.example.com" };

  it("starts with a mail server and a decision about who pays", async () => {
    expect(await refusal({ ...open, ...smtp })).toBeNull();
  });

  it("says which of them is missing", async () => {
    expect(await refusal(open)).toMatch(/SMTP_URL: is needed by SIGN_UP=open/);
    expect(await refusal({ ...open, ...smtp, OPEN_WITHOUT_BILLING: "" })).toMatch(
      /OPEN_WITHOUT_BILLING: is needed by SIGN_UP=open/,
    );
    expect(await refusal({ SIGN_UP: "everybody" })).toMatch(/SIGN_UP: /);
  });

  it("has the mailbox for a mail server in the demo alone, on this machine", async () => {
    const demo = { ...local, SIMULATOR_URL: "http://localhost:4000", ...open };
    expect(await refusal(demo)).toBeNull();
    expect(await refusal({ ...demo, SIMULATOR_URL: "" })).toMatch(/SMTP_URL: is needed/);
    expect(await refusal({ ...demo, APP_URL: "https://ringback.example.com" })).toMatch(/SMTP_URL: is needed/);
    expect(await refusal({ ...demo, TWILIO_API_URL: "" })).toMatch(/SMTP_URL: is needed/);
  });

  it("is not what an empty variable means", async () => {
    expect(await refusal({ SIGN_UP: "", OPEN_WITHOUT_BILLING: "" })).toBeNull();
  });
});
