import type { IncomingMessage, ServerResponse } from "node:http";
import { answerJson, readBody } from "../http-body";
import type { Network } from "../network";
import { accountRoutes } from "./account-routes";
import { authenticate } from "./authentication";
import { callRoutes } from "./call-routes";
import { lookupRoutes } from "./lookup-routes";
import { mediaAt } from "./media";
import { messageRoutes } from "./message-routes";
import { numberRoutes } from "./number-routes";
import { numberSearchRoutes } from "./number-search-routes";
import { faultsBefore, Mistreat } from "./request-faults";
import { notFound, RestError } from "./rest-error";
import type { RestAnswer, RestRoute } from "./rest-route";

const ROUTES: RestRoute[] = [
  ...messageRoutes,
  ...callRoutes,
  ...numberSearchRoutes,
  ...numberRoutes,
  ...lookupRoutes,
  ...accountRoutes,
];

/** Answers a request to Twilio's API, or mistreats it as the faults in force want. */
export async function serveRest(network: Network, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", search = ""] = (request.url ?? "/").split("?", 2);
  try {
    const media = request.method === "GET" ? mediaAt(network, path) : undefined;
    if (media !== undefined) {
      if (request.headers.authorization) authenticate(network, request.headers.authorization);
      if (media === null) throw notFound(path);
      response.writeHead(200, { "content-type": media.contentType, "content-length": media.content.length });
      response.end(media.content);
      return;
    }
    authenticate(network, request.headers.authorization);
    const form = new URLSearchParams(await readBody(request));
    const answer = await run(network, { method: request.method ?? "GET", path, search, form });
    answerJson(response, answer.status, answer.body);
  } catch (error) {
    if (error instanceof Mistreat) {
      if (error.how === "reset") request.socket.resetAndDestroy();
    } else if (error instanceof RestError) {
      if (error.status === 429) response.setHeader("retry-after", "1");
      if (error.status === 401) response.setHeader("www-authenticate", 'Basic realm="Twilio API"');
      answerJson(response, error.status, error.body());
    } else {
      throw error;
    }
  }
}

interface Asked {
  method: string;
  path: string;
  search: string;
  form: URLSearchParams;
}

async function run(network: Network, { method, path, search, form }: Asked): Promise<RestAnswer> {
  const prefix = `/2010-04-01/Accounts/${network.accountSid}`;
  const local = path.startsWith(prefix) ? path.slice(prefix.length) : path;
  for (const route of ROUTES) {
    const match = route.method === method ? route.pattern.exec(local) : null;
    if (!match) continue;
    const isMessage = route.operation === "message_create";
    const asked = isMessage ? askedFor(form) : undefined;
    if (asked) network.ledger.write("message_request", asked);
    try {
      const faultsAfter = await faultsBefore(network, route.operation);
      const captured = match.slice(1).map((part) => part ?? "");
      const answer = route.handle({ network, path, captured, query: new URLSearchParams(search), form });
      faultsAfter();
      return answer;
    } catch (error) {
      const refused = error instanceof RestError && error.status < 500;
      if (asked && refused) network.ledger.write("message_refused", { ...asked, code: error.code });
      throw error;
    }
  }
  throw notFound(path);
}

function askedFor(form: URLSearchParams) {
  const field = (name: string) => form.get(name);
  return { to: field("To"), from: field("From"), body: field("Body"), statusCallback: field("StatusCallback") };
}
