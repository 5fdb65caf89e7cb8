import { z } from "zod";
import { type Answer, request } from "./request";
import { unclear } from "./request-failure";

export type Listing<T> = {
  path: string;
  query: Record<string, string | undefined>;
  /** The key of the answer that holds the items. */
  key: string;
  item: z.ZodType<T>;
  /** Whether anything after this page can still matter; lists come newest first. */
  goOn: (page: T[]) => boolean;
};

/** Twilio's largest, and by far more of them than a sweep reads; a longer list is an error, never quietly cut short. */
const PAGE_SIZE = "1000";
const MOST_PAGES = 500;

// The next page is a path: glued to the origin, anything else could carry our credentials to another host.
const anyPage = z.looseObject({
  next_page_uri: z
    .string()
    .regex(/^(\/|$)/)
    .nullish(),
});

/** All pages of a list, or a failure: a list that ends early would pass for proof that something never happened. */
export async function listPages<T>({ path, query, key, item, goOn }: Listing<T>): Promise<Answer<{ items: T[] }>> {
  const items: T[] = [];
  let next: { path: string; query?: Listing<T>["query"] } | null = { path, query: { ...query, PageSize: PAGE_SIZE } };
  for (let pages = 0; next; pages += 1) {
    if (pages === MOST_PAGES) return unclear(`The list at ${path} has too many pages`, true);
    const answer: Answer<{ data: z.infer<typeof anyPage> }> = await request({
      ...next,
      method: "GET",
      repeatable: true,
      schema: anyPage,
    });
    if (!answer.ok) return answer;
    const page = z.array(item).safeParse(answer.data[key]);
    if (!page.success) return unclear(`Twilio's list could not be read: ${z.prettifyError(page.error)}`, true);
    items.push(...page.data);
    const following: string | null | undefined = answer.data.next_page_uri;
    next = following && goOn(page.data) ? { path: following } : null;
  }
  return { ok: true, items };
}
