import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { emptyForm, type FormState } from "@/lib/form";
import { keepTyped, UNANSWERED } from "./unanswered";

beforeEach(() => vi.stubGlobal("window", {}));
afterEach(() => vi.unstubAllGlobals());

const typed = new FormData();
for (const [name, value] of [
  ["$ACTION_ID_1", ""],
  ["note", "Gate code 4411"],
  ["newPassword", "copper elbow tuesday"],
] as const) {
  typed.set(name, value);
}

const failing = (error: unknown) => async (): Promise<FormState> => {
  throw error;
};

it.each([
  ["the network is away", new TypeError("Failed to fetch")],
  ["a proxy answers", new Error("An unexpected response was received from the server.")],
])("keeps what was typed, but no password, when %s", async (_, error) => {
  expect(await keepTyped(failing(error))(emptyForm, typed)).toEqual({
    ok: false,
    message: UNANSWERED,
    values: { note: "Gate code 4411" },
  });
});

it.each([
  ["an error of our server", Object.assign(new Error("Broken"), { digest: "1234" })],
  ["the way to another page", Object.assign(new Error("NEXT_REDIRECT"), { digest: "NEXT_REDIRECT;push;/w/a;303;" })],
])("throws %s on", async (_, error) => {
  await expect(keepTyped(failing(error))(emptyForm, typed)).rejects.toBe(error);
});

it("is the action itself on the server, where a form without script has to name it", () => {
  vi.unstubAllGlobals();
  const action = failing(new Error("never called"));
  expect(keepTyped(action)).toBe(action);
});
