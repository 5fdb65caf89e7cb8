import {
  answer,
  callNow,
  freshNumber,
  hangUp,
  type PhoneCall,
  phone,
  placeCall,
  press,
  setPhone,
  textsFrom,
} from "./fixtures/carrier";
import { addPhone, attestRegistration, card, getNumber } from "./fixtures/line";
import { newcomer } from "./fixtures/people";
import { asShown } from "./fixtures/shown";
import { expect, test } from "./fixtures/test";

test.skip(({ isMobile }) => isMobile, "How calls run does not depend on the screen");

const ended = (call: PhoneCall) =>
  expect.poll(async () => (await callNow(call.id)).state, { timeout: 30_000 }).toBe("ended");

test("forwarding is proven by a real forwarded call; then a miss is texted, a 9 is heeded and a call-back rings", async ({
  page,
}) => {
  const [line, luis, caller, shy] = [freshNumber(), freshNumber(), freshNumber(), freshNumber()];
  const { base } = await newcomer(page);
  const number = await getNumber(page, base);
  await attestRegistration(page);
  await addPhone(page, luis);
  await setPhone({ number: luis, behaviour: "interactive" });
  const forwards = { to: number, on: ["busy" as const], passForwardedFrom: "line" as const };
  await setPhone({ number: line, behaviour: "busy", forwarding: forwards });

  await test.step("before the proof a miss is not texted, and the call says why", async () => {
    await ended(await placeCall({ from: freshNumber(), to: number, hangUpAfterSeconds: 1 }));
    await page.goto(`${base}/calls?reason=setup_incomplete`);
    await expect(page.getByText("Set-up not finished").last()).toBeVisible();
  });

  await test.step("the lamps turn when the call comes through", async () => {
    await page.goto(`${base}/phone`);
    const forwarding = card(page, "Send us the calls you miss");
    await forwarding.getByLabel("Your business line").fill(line);
    await forwarding.getByRole("button", { name: "Save line" }).click();
    await forwarding.getByRole("button", { name: "Start the check" }).click();
    await expect(forwarding.getByText("Listening for your call: now")).toBeVisible();
    const first = await placeCall({ from: freshNumber(), to: line, hangUpAfterSeconds: 4 });
    await expect(forwarding.getByText("Forwarding works: done")).toBeVisible();
    await expect(forwarding.getByText("A forwarded call proved it.")).toBeVisible();
    await ended(first);
  });

  await test.step("a forwarded miss is texted", async () => {
    await ended(await placeCall({ from: caller, to: line }));
    await expect.poll(() => textsFrom(number, caller), { timeout: 10_000 }).toHaveLength(1);
  });

  await test.step("who presses 9 is not texted", async () => {
    await ended(await placeCall({ from: shy, to: line, presses: [{ afterSeconds: 3, digits: "9" }] }));
    await page.goto(`${base}/calls`);
    await page.getByRole("link", { name: asShown(shy) }).click();
    await expect(page.getByRole("heading", { name: "Not texted: they pressed 9 for no text." })).toBeVisible();
    expect(await textsFrom(number, shy)).toHaveLength(0);
  });

  await test.step("calling the Ringback number back rings the phone, and pressing 1 takes the call", async () => {
    const call = await placeCall({ from: caller, to: number });
    await expect.poll(async () => (await phone(luis)).currentCall?.state, { timeout: 15_000 }).toBe("ringing");
    const ringing = (await phone(luis)).currentCall;
    await answer(ringing?.id ?? "");
    await expect
      .poll(async () => (await callNow(ringing?.id ?? "")).heard.map(({ text }) => text).join())
      .toMatch(/press 1/i);
    await press(ringing?.id ?? "", "1");
    await expect.poll(async () => (await callNow(call.id)).heard.map(({ kind }) => kind)).toContain("connected");
    await hangUp(call.id);
    await ended(call);
    await page.goto(`${base}/calls?show=answered`);
    await page.getByRole("link", { name: asShown(caller) }).click();
    await expect(page.getByRole("heading", { name: /^No text: Luis answered\.$/ })).toBeVisible();
    expect(await textsFrom(number, caller)).toHaveLength(1);
  });
});
