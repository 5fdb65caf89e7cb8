import { type Actor, mayDo } from "./actors";
import { type Cell, type Choice, choicesFor, choicesOutside, type Ours, writtenIn } from "./cell";
import type { RouteCover } from "./coverage-routes";
import type { FoundRoute } from "./discover";
import { pageAlone } from "./encode";
import { filled, type IdKind, type Ids, MISSING } from "./ids";

type Asked = { route: FoundRoute; cover: RouteCover; actor: Actor; ours: Ours };

/** All that is asked of one route by one actor. */
export function cellsOfRoute(asked: Asked): Cell[] {
  const { cover, actor, route } = asked;
  switch (cover.is) {
    case "page":
    case "handler":
      return pageCells(asked, cover);
    case "personal":
      return FORMS.map((form) => ({
        ...plain(actor, route.path, form),
        expect: !actor.role ? "sign_in" : cover.goesHome ? "home" : "shown",
      }));
    case "operator":
      return operatorCells(asked, cover.ids ?? {});
    case "absent":
      return (cover.addresses ?? [route.path]).map((path) => ({
        ...plain(actor, path, "html"),
        expect: "not_found" as const,
      }));
    case "fault":
      return [{ ...plain(actor, route.path, "html"), expect: "fault" }];
    case "open":
      return cover.ids
        ? openCells(asked, cover)
        : (cover.addresses ?? [route.path]).flatMap((path) => openAt(actor, path));
    case "signed":
      return signedCells(asked, cover);
  }
}

/** Nobody here runs the installation: to them its pages do not exist, whatever they name. */
function operatorCells({ route, actor, ours }: Asked, taken: Record<string, IdKind>): Cell[] {
  return choicesFor(actor, Object.values(taken), ours).flatMap((choice) => {
    const segments = segmentsOf(taken, choice.ids);
    return (actor.role === "member" ? ["html" as const] : FORMS).map((form) => ({
      ...plain(actor, filled(route.path, segments), form),
      what: `${form} ${route.path}, ${choice.which}`,
      expect: actor.role ? ("not_found" as const) : ("sign_in" as const),
      written: Object.values(segments),
    }));
  });
}

function openAt(actor: Actor, path: string): Cell[] {
  return (actor.role ? ["html" as const] : FORMS).map((form) => ({ ...plain(actor, path, form), expect: "open" }));
}

function openCells(
  { route, actor, ours }: Asked,
  { ids: taken = {}, tells = [] }: Extract<RouteCover, { is: "open" }>,
) {
  return choicesOutside(Object.values(taken), ours).flatMap(({ which, ids }) => {
    const segments = segmentsOf(taken, ids);
    const written = [...Object.values(segments), ...tells.map((kind) => ids[kind])];
    return openAt(actor, filled(route.path, segments)).map((cell) => ({
      ...cell,
      what: `${route.path}, ${which}`,
      written,
    }));
  });
}

/** A session opens no door of the phone company's: to everybody, all that is in it and all that is not are the same. */
function signedCells({ route, actor, ours }: Asked, cover: Extract<RouteCover, { is: "signed" }>): Cell[] {
  const kinds = [...Object.values(cover.ids), ...Object.values(cover.fields)];
  return choicesOutside(kinds, ours).map(({ which, ids }) => ({
    actor,
    what: `unsigned ${route.path}, ${which}`,
    asking: async () => ({
      method: "POST",
      path: filled(route.path, segmentsOf(cover.ids, ids)),
      cookie: actor.cookie,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams(segmentsOf(cover.fields, ids)).toString(),
    }),
    expect: "refused",
    group: `${actor.name} ${route.path}`,
    written: kinds.map((kind) => ids[kind]),
  }));
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
  const query = Object.entries(cover.is === "page" ? (cover.query ?? {}) : {});
  const kinds = query.flatMap(([name, kind]) => [kind].flat().map((one) => ({ name, kind: one })));
  const form = actor.role === "owner" ? "rsc" : "page alone";
  const inQuery = kinds.flatMap(({ name, kind }) =>
    choicesFor(actor, [kind], ours).map((choice) => pageCell(asked, cover, { choice, form, query: { name, kind } })),
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
  const segments = { ...segmentsOf(cover.ids, choice.ids), ...(cover.is === "handler" ? cover.fixed : {}) };
  const path =
    filled(route.path, segments) + (query ? `?${query.name}=${encodeURIComponent(choice.ids[query.kind])}` : "");
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
    written: [
      ...writtenIn(choice),
      ...(actor.role ? [] : [...Object.values(segments), ...(query ? [choice.ids[query.kind]] : [])]),
    ],
  };
}

const segmentsOf = (kinds: Record<string, IdKind>, ids: Ids): Record<string, string> =>
  Object.fromEntries(Object.entries(kinds).map(([name, kind]) => [name, ids[kind]]));

function expectation(cover: OfWorkspace, actor: Actor, { wrong }: Choice): Cell["expect"] {
  if (!actor.role) return cover.is === "page" ? "sign_in" : "silent";
  if (wrong.length === 0) return cover.is === "page" && cover.may && !mayDo(actor, cover.may) ? "refused" : "shown";
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
