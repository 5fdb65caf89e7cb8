/** The header in which the proxy hands on the page's own path, which Next does not tell a page. */
export const PAGE_HEADER = "x-page";
