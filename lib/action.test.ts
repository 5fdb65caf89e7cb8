import { expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { action, formAction } from "./action";
import { emptyForm, type FormState, INCOMPLETE_FORM, LONGEST_FIELD, MOST_FIELDS } from "./form";
import { id, slug, text, untrimmed } from "./shapes";

const ID = "00000000-0000-4000-8000-000000000000";
const NOT_FOUND = /NEXT_HTTP_ERROR_FALLBACK;404/;

const rename = action([slug, id], async (slug, id) => `${slug} ${id}`);

const person = z.object({
  name: text(10).min(1, "Enter your name."),
  password: untrimmed(20),
  nick: text(5).optional(),
});
const save = formAction([slug], person, async (slug, data, refuse) => {
  if (data.name === "taken") return refuse({ name: "Somebody has it." }, "Choose another.");
  return { ok: true, message: `${slug}: ${data.name}` };
});

const form = (...fields: [string, string | Blob][]) => {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
};

/** Calls an action as somebody who is not our page does. */
const post = <Result>(called: (...args: never[]) => Promise<Result>, ...args: unknown[]) =>
  called(...(args as never[]));

it("keeps the types of the arguments, also of what is bound", () => {
  expectTypeOf(rename).parameters.toEqualTypeOf<[string, string]>();
  expectTypeOf(save.bind(null, "fern")).toEqualTypeOf<(state: FormState, form: FormData) => Promise<FormState>>();
});

it("runs with arguments that fit, bound or not", async () => {
  expect(await rename("fern", ID)).toBe(`fern ${ID}`);
  expect(await save.bind(null, "fern")(emptyForm, form(["name", " Robin "], ["password", "x"]))).toEqual({
    ok: true,
    message: "fern: Robin",
  });
});

it("ignores further arguments", async () => {
  expect(await post(rename, "fern", ID, emptyForm, { more: true })).toBe(`fern ${ID}`);
});

it.each([
  [[]],
  [[null, null]],
  [["fern"]],
  [["fern", `${ID}\0`]],
  [["fern", "x".repeat(1_000_000)]],
  [["-fern", ID]],
  [["fern\0", ID]],
  [["../fern", ID]],
  [[["fern"], ID]],
  [[{ toString: () => "fern" }, ID]],
])("answers 404 to other arguments: %.60j", async (args) => {
  await expect(post(rename, ...args)).rejects.toThrow(NOT_FOUND);
});

it("answers 404 to a form's bound arguments of another shape, before it reads the form", async () => {
  await expect(post(save, null, emptyForm, undefined)).rejects.toThrow(NOT_FOUND);
});

it.each([
  ["missing", undefined],
  ["null", null],
  ["a text", "name=Robin"],
  ["an object", { name: "Robin", password: "x" }],
  ["a list of pairs", [["name", "Robin"]]],
  ["a form with a file", form(["name", new Blob(["Robin"])], ["password", "x"])],
  [
    "more fields than any page sends",
    form(...Array.from({ length: MOST_FIELDS + 1 }, (): [string, string] => ["name", "Robin"])),
  ],
])("refuses a form that is %s", async (_, sent) => {
  expect(await post(save, "fern", emptyForm, sent)).toEqual({ ok: false, message: INCOMPLETE_FORM });
});

it("says per field what is wrong, and hands back what was typed, but no password and no field it does not know", async () => {
  const sent = form(
    ["name", "Robin Fern of Fern"],
    ["password", "x"],
    ["nick", "rob"],
    ["__proto__", "x"],
    ["other", "x"],
  );
  expect(await save("fern", emptyForm, sent)).toEqual({
    ok: false,
    errors: { name: "Keep it to 10 characters." },
    values: { name: "Robin Fern of Fern", nick: "rob" },
  });
});

it("lets the action refuse in the same way", async () => {
  expect(await save("fern", emptyForm, form(["name", "taken"], ["password", "x"]))).toEqual({
    ok: false,
    errors: { name: "Somebody has it." },
    values: { name: "taken" },
    message: "Choose another.",
  });
});

it("never looks at the previous state", async () => {
  const state = {
    ok: true,
    values: { name: "x".repeat(1_000_000) },
    get message(): string {
      throw new Error("read");
    },
  };
  expect(await post(save, "fern", state, form(["name", ""], ["password", "x"]))).toEqual({
    ok: false,
    errors: { name: "Enter your name." },
    values: { name: "" },
  });
});

it("reads the first of a repeated field", async () => {
  const sent = form(["name", "Robin"], ["name", "taken"], ["password", "x"]);
  expect(await save("fern", emptyForm, sent)).toEqual({ ok: true, message: "fern: Robin" });
});

it("refuses an overlong field before any rule of its own, and cuts what it hands back", async () => {
  let seen = 0;
  const counting = z.object({ name: z.string().refine(() => ++seen > 0) });
  const counted = formAction([], counting, async () => ({ ok: true }));
  const state = await counted(emptyForm, form(["name", "x".repeat(1_000_000)]));
  expect(state).toMatchObject({ ok: false, errors: { name: "That is too long." } });
  expect(state.values?.name).toHaveLength(LONGEST_FIELD);
  expect(seen).toBe(0);
});

it("stores no NUL and no half of a surrogate pair", async () => {
  const sent = form(["name", "a\0b\ud800c"], ["password", "x"]);
  expect(await save("fern", emptyForm, sent)).toEqual({ ok: true, message: "fern: ab\uFFFDc" });
});
