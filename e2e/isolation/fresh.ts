import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Carrier } from "./carrier";
import type { Database } from "./database";
import type { IdKind, Ids } from "./ids";
import { plantCall, plantExclusion, plantLead, plantMove, plantQueuedText } from "./plant-rows";
import { plantPhone, plantSpareNumber } from "./plant-workspace";
import type { World } from "./world";

/** Ids of a workspace for one request that may succeed: of rows nobody else does anything to. */
export async function freshIds(
  at: { database: Database; carrier: Carrier; world: World },
  kinds: IdKind[],
): Promise<Ids> {
  const { database, carrier, world: seed } = at;
  const { number, phone } = seed.ids;
  const needs = (...some: IdKind[]) => some.some((kind) => kinds.includes(kind));
  // Somebody before may have withdrawn it, and without it nobody is texted.
  await database.raw`update recovery_settings set registration = 'approved' where workspace_id = ${seed.workspaceId}`;
  const ids = { ...seed.ids, newText: randomUUID(), newNote: randomUUID(), newPhone: seed.newPhone() };
  if (needs("lead", "call", "queuedText", "move")) {
    const caller = await plantLead({ database, seed });
    ids.lead = caller.lead;
    if (needs("call")) ids.call = await plantCall({ database, seed, number, phone }, caller);
    if (needs("queuedText")) ids.queuedText = await plantQueuedText({ database, seed, number }, caller);
    if (needs("move")) ids.move = await plantMove({ database, seed }, caller.lead);
  }
  if (needs("exclusion")) ids.exclusion = await plantExclusion({ database, seed });
  if (needs("phone", "spareNumber")) ids.spareNumber = await plantSpareNumber(database, seed, "active");
  if (needs("phone")) {
    ids.number = ids.spareNumber;
    ids.phone = (await plantPhone(database, seed, ids.number)).id;
  }
  if (needs("carrierNumber")) ids.carrierNumber = await carrier.findNumber();
  if (needs("carrierSid")) ids.carrierSid = (await carrier.buyNumber()).sid;
  return ids;
}

/** Ids that never were anybody's, of the length and shape of those that are. */
export function randomIds(): Ids {
  return {
    ...{
      workspace: `zq${randomBytes(5).toString("hex")}-w`,
      workspaceId: randomUUID(),
      lead: randomUUID(),
      call: randomUUID(),
      callSid: `CA${randomBytes(16).toString("hex")}`,
      move: randomUUID(),
    },
    ...{ number: randomUUID(), spareNumber: randomUUID(), phone: randomUUID(), exclusion: randomUUID() },
    ...{ queuedText: randomUUID(), newText: randomUUID(), newNote: randomUUID(), picture: randomUUID() },
    newPhone: "+12025550142",
    cursor: Buffer.from(`${Date.now() + 3_600_000}.${randomUUID()}`).toString("base64url"),
    words: `zq${randomBytes(5).toString("hex")}`,
    digits: String(randomInt(2_025_550, 2_025_559)),
    carrierNumber: "+12025550143",
    carrierSid: `PN${randomBytes(16).toString("hex")}`,
    resetToken: randomBytes(32).toString("base64url"),
    signUpToken: randomBytes(32).toString("base64url"),
    invitationToken: randomBytes(32).toString("base64url"),
    newcomer: `zq${randomBytes(5).toString("hex")}-new@people.example`,
    email: `zq${randomBytes(5).toString("hex")}-owner@people.example`,
  };
}
