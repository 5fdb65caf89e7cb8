import { LedgerReader } from "../cluster/ledger-reader";
import { tellEnd } from "../load/stories";
import type { Random } from "../random";
import { atLeast, type Scenario, type World } from "../scenario";
import { until } from "../until";

const TAKEN_WITHIN_MS = 120_000;
const STATUSES = ["queued", "sending", "sent", "delivered", "read"];

/** Every order in which five reports about a text can come, each report more than once. */
export const deliveryOrders: Scenario = {
  name: "delivery-orders",
  title: "every order of five delivery statuses, each with repeats",
  cluster: { web: "handlers", webs: 1, workers: 1, durable: false, wired: false, timeScale: 1 },
  places: () => ({ count: 20 }),
  play: async (world) => {
    const { cluster, load, places, random } = world;
    const orders = permutations(STATUSES);
    await cluster.carrier.setFaults({ webhooks: [{ effect: "drop", kinds: ["message_status"] }] });
    for (const [index] of orders.entries()) {
      const own = random.fork(index);
      const caller = load.newCaller(own.pick(places));
      const wishes = { copies: 1, spreadMs: 0, dropped: 0 };
      await load.tell(caller, tellEnd(own, caller.place, caller.from), { random: own, wishes });
    }
    const texts = await takenTexts(world, orders.length);
    world.measured.set("orders", orders.length);
    await Promise.all(
      texts.map((text, index) =>
        report(world, { ...text, order: orders[index] ?? [], random: random.fork(`o${index}`) }),
      ),
    );
  },
  figures: ({ rows }, { measured }) => {
    const texts = rows.messages.filter(({ purpose }) => purpose === "text_back");
    const delivered = texts.filter(({ status }) => status === "delivered").length;
    return [
      atLeast("orders", measured.get("orders") ?? 0, 120),
      {
        what: "ended as delivered",
        value: String(delivered),
        bar: String(texts.length),
        ok: delivered === texts.length,
      },
    ];
  },
};

type Text = { messageId: string; sid: string };

async function takenTexts({ cluster }: World, wanted: number): Promise<Text[]> {
  const reader = new LedgerReader(cluster.carrier);
  let texts: Text[] = [];
  await until(`the carrier has taken ${wanted} texts`, TAKEN_WITHIN_MS, async () => {
    await reader.catchUp();
    texts = reader.requests.flatMap(({ messageId, sid }) => (messageId && sid ? [{ messageId, sid }] : []));
    return texts.length >= wanted;
  });
  return texts;
}

/** The reports of one text in this order, each two or three times; every third one's copies overtake the next report. */
async function report(
  { postman }: World,
  { messageId, sid, order, random }: Text & { order: string[]; random: Random },
) {
  const journeys: Promise<void>[] = [];
  for (const status of order) {
    const params = { MessageSid: sid, SmsSid: sid, MessageStatus: status, SmsStatus: status };
    const webhook = { path: `/api/twilio/messages/status/${messageId}`, sid, status, params };
    const own = random.fork(status);
    const journey = { copies: own.whole(2, 3), spreadMs: own.chance(0.3) ? 1_500 : 0, untilTaken: true };
    const { taken, done } = postman.bring(webhook, journey, own);
    journeys.push(done);
    await taken;
  }
  await Promise.all(journeys);
}

function permutations<T>(list: T[]): T[][] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, index) => permutations(list.toSpliced(index, 1)).map((rest) => [first, ...rest]));
}
