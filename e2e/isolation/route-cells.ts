import type { Actor } from "./actors";
import { type Cell, type Choice, choicesFor, type Ours, writtenIn } from "./cell";
import type { RouteCover } from "./coverage-routes";
import type { FoundRoute } from "./discover";
import { pageAlone } from "./encode";
import { filled, type IdKind, type Ids, MISSING } from "./ids";

type Asked = { route: FoundRoute; cover: RouteCover; actor: Actor; ours: Ours };

/** All that is asked of one route by one actor. */
export function cellsOfRoute(asked: Asked): Cell[] {
  const { cover, actor, route, ours } = asked;
  switch (cover.is) {
    case "elsewhere":
      return [];
    case "page":
    case "handler":
      return pageCells(asked, cover);
    case "personal":
      return FORMS.map((form) => ({
        ...plain(actor, route.path, form),
        expect: !actor.role ? "sign_in" : cover.goesHome ? "home" : "shown",
      }));
    case "absent":
      return (cover.addresses ?? [route.path]).map((path) => ({
        ...plain(actor, path, "html"),
        expect: "not_found" as const,
      }));
    case "open":
      return (cover.addresses?.(ours) ?? [route.path]).flatMap((path) =>
        (actor.role ? ["html" as const] : FORMS).map((form) => ({
          ...plain(actor, path, form),
          expect: "open" as const,
        })),
      );
  }
}

/** As a browser loads a page, as Next's router loads it, and as the router loads it into a frame that is there already. */
const FORMS = ["html", "rsc"] as const;
type Form = (typeof FORMS)[number] | "page alone" | "file";

function plain(actor: Actor, path: string, form: Form) {
  const asking = async () => ({ path, cookie: actor.cookie, headers: headersOf(form) });
  return { actor, what: `${form} ${path}`, asking, written: [] };
}

function headersOf(form: Form, tree?: string): Record<string, string> {
  if (form === "html" || form === "file") return {};
  return { rsc: "1", ...(tree ? { "next-router-state-tree": tree } : {}) };
}

type OfWorkspace = Extract<RouteCover, { is: "page" | "handler" }>;

function pageCells(asked: Asked, cover: OfWorkspace): Cell[] {
  const { actor, ours } = asked;
  const inPath = choicesFor(actor, Object.values(cover.ids), ours).flatMap((choice) =>
    formsFor(cover, actor, choice).map((form) => pageCell(asked, cover, { choice, form })),
  );
  const query = Object.entries(cover.is === "page" && actor.role ? (cover.query ?? {}) : {});
  const kinds = query.flatMap(([name, kind]) => [kind].flat().map((one) => ({ name, kind: one })));
  const inQuery = kinds.flatMap(({ name, kind }) =>
    choicesFor(actor, [kind], ours)
      .filter(({ which }) => which !== "own")
      .map((choice) => pageCell(asked, cover, { choice, form: "rsc", query: { name, kind } })),
  );
  return [...inPath, ...inQuery];
}

/** An id of nothing is asked for in one way, the cheapest: what it gets is compared with what another workspace's gets. */
function formsFor(cover: OfWorkspace, { role }: Actor, { which }: Choice): Form[] {
  if (cover.is === "handler") return ["file"];
  if (role === null) return which === "own" ? ["html", "rsc", "page alone"] : ["html"];
  if (role !== "owner") return which === "own" ? ["html"] : ["page alone"];
  if (which === "own" || which === "foreign workspace") return ["html", "rsc", "page alone"];
  return which.includes("foreign") ? ["rsc", "page alone"] : ["rsc"];
}

type Wanted = { choice: Choice; form: Form; query?: { name: string; kind: IdKind } };

function pageCell({ route, actor }: Asked, cover: OfWorkspace, { choice, form, query }: Wanted): Cell {
  const segments = { ...segmentsOf(cover, choice.ids), ...(cover.is === "handler" ? cover.fixed : {}) };
  const path = filled(route.path, segments) + (query ? `?${query.name}=${choice.ids[query.kind]}` : "");
  const tree = form === "page alone" ? pageAlone(route.file, segments) : undefined;
  const until = cover.is === "handler" ? cover.until : undefined;
  const expect = expectation(cover, actor, choice);
  const mustShow = cover.is === "page" && choice.wrong.length === 0 && !query && expect === "shown";
  const where = `${form} ${route.path}${query ? `?${query.name}=${query.kind}` : ""}`;
  return {
    actor,
    what: `${where}, ${choice.which}`,
    asking: async () => ({ path, cookie: actor.cookie, headers: headersOf(form, tree), ...(until ? { until } : {}) }),
    expect,
    ...(mustShow ? { shows: cover.shows ?? [] } : {}),
    ...groupOf(actor, where, choice),
    written: [...writtenIn(choice), ...(actor.role ? [] : Object.values(segments))],
  };
}

function segmentsOf(cover: OfWorkspace, ids: Ids): Record<string, string> {
  return Object.fromEntries(Object.entries(cover.ids).map(([name, kind]) => [name, ids[kind]]));
}

function expectation(cover: OfWorkspace, actor: Actor, { wrong }: Choice): Cell["expect"] {
  if (!actor.role) return cover.is === "page" ? "sign_in" : "silent";
  if (wrong.length === 0) return "shown";
  const inPath = Object.values(cover.ids).some((kind) => wrong.includes(kind) && MISSING[kind] === "not_found");
  return inPath ? "not_found" : "shown";
}

/** To somebody who is not signed in, what is there and what is not are the same as well. */
export function groupOf(actor: Actor, where: string, { wrong }: Choice): { group?: string } {
  if (!actor.role) return { group: `${actor.name} ${where}` };
  const [kind] = wrong;
  if (wrong.length !== 1 || !kind || MISSING[kind] === "otherwise") return {};
  return { group: `${actor.name} ${where} ${kind}` };
}
