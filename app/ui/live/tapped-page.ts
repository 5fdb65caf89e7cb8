/** The page of ours that a click would open in this tab; null for everything else. */
export function tappedPage(event: MouseEvent): string | null {
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  if (event.defaultPrevented || event.button !== 0 || opensElsewhere) return null;
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  if (!(link instanceof HTMLAnchorElement) || (link.target && link.target !== "_self")) return null;
  const isHere = link.pathname === location.pathname && link.search === location.search;
  return link.origin !== location.origin || link.hasAttribute("download") || isHere ? null : link.href;
}
