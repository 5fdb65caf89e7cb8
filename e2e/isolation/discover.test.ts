import fs from "node:fs";
import { expect, it } from "vitest";
import { actionsIn, type Found, findWritten, whatIsMissing } from "./discover";

const found: Found = {
  routes: [{ file: "/w/[workspace]/calls/(list)/page", path: "/w/[workspace]/calls" }],
  actions: [{ name: "app/calls/actions.ts#unblock", id: "40", carriers: ["/w/[workspace]/calls/(list)/page"] }],
};
const written = { routes: found.routes.map(({ file }) => file), actions: ["app/calls/actions.ts#unblock"] };
const covered = { routes: ["/w/[workspace]/calls"], actions: ["app/calls/actions.ts#unblock"] };

it("is content when what is built, written and covered is the same", () => {
  expect(whatIsMissing(found, written, covered)).toEqual([]);
});

it.each([
  ["a route without an entry", { ...covered, routes: [] }, /add it to ROUTES/],
  ["an entry without a route", { ...covered, routes: [...covered.routes, "/gone"] }, /\/gone.*remove it from ROUTES/],
  ["an action without an entry", { ...covered, actions: [] }, /unblock.*add it to .*coverage-actions/],
  ["an entry without an action", { ...covered, actions: [...covered.actions, "x#y"] }, /x#y.*remove it/],
])("names %s and says what to do", (_, cover, words) => {
  expect(whatIsMissing(found, written, cover)).toEqual([expect.stringMatching(words)]);
});

it("names what was written after the build", () => {
  const newer = { routes: [...written.routes, "/new/page"], actions: [...written.actions, "app/new/actions.ts#hide"] };
  expect(whatIsMissing(found, newer, covered)).toEqual([
    expect.stringMatching(/app\/new\/page.*build again/),
    expect.stringMatching(/hide.*no page can call it/),
  ]);
});

it("reads the actions of a file, and none of a file that holds none", () => {
  const text =
    '"use server";\n\nexport async function move() {}\nasync function helper() {}\nexport const drop = async () => {};';
  expect(actionsIn("app/a.ts", text)).toEqual(["app/a.ts#move", "app/a.ts#drop"]);
  expect(actionsIn("app/a.ts", text.slice('"use server";\n'.length))).toEqual([]);
});

it("finds that every action of this project parses its arguments, or has none", () => {
  const careless = findWritten(process.cwd()).actions.filter((action) => {
    const [file = "", name] = action.split("#");
    const declared = new RegExp(`^export (const ${name} = (action|formAction)\\(|async function ${name}\\(\\))`, "m");
    return !declared.test(fs.readFileSync(file, "utf8"));
  });
  expect(careless).toEqual([]);
});

it("finds the pages and actions of this project", () => {
  const here = findWritten(process.cwd());
  expect(here.routes).toContain("/w/[workspace]/leads/[id]/page");
  expect(here.actions).toContain("app/account/actions.ts#signOut");
});
