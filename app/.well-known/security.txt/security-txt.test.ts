import { afterEach, expect, it, vi } from "vitest";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

async function read(settings: Record<string, string>): Promise<Record<string, string>> {
  for (const [name, value] of Object.entries({ DATABASE_URL: "postgres://nowhere/none", ...settings })) {
    vi.stubEnv(name, value);
  }
  const { GET } = await import("./route");
  const lines = (await GET().text()).trim().split("\n");
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2)));
}

it("names whom to tell, where it stands and for how long that is good, as RFC 9116 has it", async () => {
  const fields = await read({ SECURITY_CONTACT: "https://ringback.test/report" });
  expect(fields).toMatchObject({
    Contact: "https://ringback.test/report",
    Canonical: "https://ringback.test/.well-known/security.txt",
  });
  const days = (Date.parse(fields.Expires ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(30);
  expect(days).toBeLessThan(365);
});

it.each([
  ["Ringback <desk@ringback.test>", "mailto:desk@ringback.test"],
  ["desk@ringback.test", "mailto:desk@ringback.test"],
])("goes to the sender of our mail, %s, unless somebody else is named", async (MAIL_FROM, contact) => {
  expect(await read({ MAIL_FROM, SECURITY_CONTACT: "" })).toMatchObject({ Contact: contact });
});
