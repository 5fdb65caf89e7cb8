import type { ActionCover } from "./action-cover";
import { type Actor, mayDo } from "./actors";
import { type Cell, type Choice, choicesFor, type Ours, writtenIn } from "./cell";
import type { FoundAction, FoundRoute } from "./discover";
import { asCall, asForm } from "./encode";
import { filled, type IdKind, type Ids, MISSING } from "./ids";
import { groupOf } from "./route-cells";

export type PageOf = { path: string; ids: Record<string, IdKind> };

export type AskedAction = {
  action: FoundAction;
  cover: ActionCover;
  page: PageOf;
  actor: Actor;
  ours: Ours;
  /** Makes rows to do it to, for what can be done once. */
  fresh: (actor: Actor, kinds: IdKind[]) => Promise<Ids>;
};

const ENCODINGS = { call: asCall, form: asForm };

/** All that is asked of one action by one actor: first what must change nothing at all, then what may. */
export function cellsOfAction(asked: AskedAction): { quiet: Cell[]; changing: Cell[] } {
  const { cover, ours, actor } = asked;
  const quiet: Cell[] = [];
  const changing: Cell[] = [];
  const add = (cell: Cell, choice: Choice) => (isQuiet(cover, actor, choice) ? quiet : changing).push(cell);
  for (const choice of choicesFor(actor, cover.ids, ours)) {
    for (const encoding of encodingsOf(cover, actor, choice)) {
      const from = encoding === "form" ? ours.own : whence(choice, ours);
      add(cellOf(asked, { encoding, choice, from }), choice);
    }
  }
  if (actor.role === "owner" && cover.ids.length > 0 && cover.may !== "anybody") {
    const choice = { which: "everything foreign, at its own address", ids: ours.foreign, wrong: cover.ids };
    quiet.push(cellOf(asked, { encoding: "call", choice, from: ours.foreign }));
  }
  return { quiet, changing };
}

/** An action hears its arguments wherever it is called: one wrong id is sent from no page at all, which is soon made. */
const whence = ({ wrong }: Choice, { own, random }: Ours): Ids =>
  wrong.length === 1 ? { ...own, workspace: random.workspace } : own;

/**
 * Both ways in lead to the same action, so that one of them is enough where the other shows nothing else: the one that
 * costs less.
 */
function encodingsOf({ may, ids }: ActionCover, { role }: Actor, { which }: Choice): (keyof typeof ENCODINGS)[] {
  if (role === null) return which === "own" ? ["call", "form"] : ["form"];
  if (role !== "owner" || (may === "anybody" && ids.length > 0)) return ["call"];
  return /^(own|(everything )?foreign)/.test(which) ? ["call", "form"] : ["call"];
}

function isQuiet(cover: ActionCover, actor: Actor, { wrong }: Choice): boolean {
  if (!mayDo(actor, cover.may)) return true;
  return wrong.some((kind) => MISSING[kind] === "not_found" || MISSING[kind] === "nothing") && cover.may !== "anybody";
}

type Asking = { encoding: keyof typeof ENCODINGS; choice: Choice; from: Ids };

function cellOf(asked: AskedAction, { encoding, choice, from }: Asking): Cell {
  const { action, cover, page, actor, ours, fresh } = asked;
  const segments = Object.fromEntries(Object.entries(page.ids).map(([name, kind]) => [name, from[kind]]));
  const path = filled(page.path, segments);
  const expected = expectation(cover, actor, choice);
  // Of a form that is posted without script Next answers every refusal as a page that is not there.
  const expect = expected === "refused" && encoding === "form" ? "not_found" : expected;
  const mine = !isQuiet(cover, actor, choice);
  return {
    actor,
    what: `${encoding} ${action.name}, ${choice.which}`,
    asking: async () => {
      const right = cover.ids.filter((kind) => !choice.wrong.includes(kind));
      const ids = mine ? { ...choice.ids, ...keep(await fresh(actor, right), choice.wrong) } : choice.ids;
      const encoded = await ENCODINGS[encoding](action.id, cover.args(ids));
      return { method: "POST", path, cookie: actor.cookie, ...encoded };
    },
    expect,
    isCall: encoding === "call",
    mayDecline: cover.declines !== undefined || choice.wrong.length > 0,
    ...(isAlike(cover, choice) ? groupOf(actor, `${encoding} ${action.name}`, choice) : {}),
    written: [
      ...writtenIn(choice),
      ...(from === ours.own && actor.role ? [] : Object.values(segments)),
      ...(actor.role ? [] : cover.ids.map((kind) => choice.ids[kind])),
    ],
  };
}

/** A link that is good is told from one that is not; and elsewhere another page comes with the answer. */
function isAlike(cover: ActionCover, { which }: Choice): boolean {
  if (which.endsWith("at its own address")) return false;
  return cover.may !== "anybody" || cover.ids.every((kind) => MISSING[kind] !== "otherwise");
}

/** Fresh ids in place of one's own, not of the wrong ones. */
function keep(fresh: Ids, wrong: IdKind[]): Partial<Ids> {
  return Object.fromEntries(Object.entries(fresh).filter(([kind]) => !wrong.includes(kind as IdKind)));
}

function expectation(cover: ActionCover, actor: Actor, { wrong }: Choice): Cell["expect"] {
  if (cover.may === "anybody") return "open";
  if (!actor.role) return "sign_in";
  if (wrong.includes("workspace")) return "not_found";
  if (!mayDo(actor, cover.may)) return cover.hidden ? "not_found" : "refused";
  return wrong.some((kind) => MISSING[kind] === "not_found") ? "not_found" : wrong.length > 0 ? "open" : "done";
}

/** A page that carries an action, as its route's entry says which ids it takes. */
export function pageOf(
  action: FoundAction,
  routes: FoundRoute[],
  idsOf: (path: string) => Record<string, IdKind> | null,
) {
  for (const carrier of action.carriers) {
    const path = routes.find(({ file }) => file === carrier)?.path;
    const ids = path === undefined ? null : idsOf(path);
    if (path !== undefined && ids) return { path, ids };
  }
  throw new Error(`${action.name} is on no page that this test can ask`);
}
