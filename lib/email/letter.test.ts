import { expect, test, vi } from "vitest";
import { composeLetter } from "./letter";
import {
  addressInUse,
  addressProof,
  passwordChanged,
  passwordReset,
  signInLink,
  signUpLink,
  workspaceInvitation,
} from "./letters";

vi.stubEnv("DATABASE_URL", "postgres://nowhere/nothing");

test("says the same in text and in HTML, and lets nobody write into the HTML", () => {
  const letter = composeLetter({
    subject: 'Sam <b> & "Co"',
    paragraphs: ["First.", "It's <script>alert(1)</script>"],
    button: { words: "Open", url: "https://ringback.test/?a=1&b=2" },
  });
  expect(letter.text).toBe(
    "First.\n\nIt's <script>alert(1)</script>\n\nOpen: https://ringback.test/?a=1&b=2\n\nRingback\n",
  );
  expect(letter.html).toContain("It&#39;s &lt;script&gt;alert(1)&lt;/script&gt;");
  expect(letter.html).toContain('href="https://ringback.test/?a=1&amp;b=2"');
  expect(letter.html).not.toMatch(/<script|<img|<b>/);
  expect(letter.html).toContain("max-width:560px");
});

test("every letter leads back to this installation", () => {
  for (const letter of [
    addressInUse(),
    passwordChanged(),
    signUpLink({ token: "t0ken" }),
    signInLink({ token: "t0ken" }),
    addressProof({ token: "t0ken" }),
    workspaceInvitation({ token: "t0ken" }),
    passwordReset({ token: "t0ken" }),
  ]) {
    expect(letter.text).toContain("https://ringback.test/");
    expect(letter.text).not.toMatch(/[!—]/);
  }
  expect(passwordReset({ token: "t0ken" }).text).toContain("https://ringback.test/reset-password/t0ken");
});
