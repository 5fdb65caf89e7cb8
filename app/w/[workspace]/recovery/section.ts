/** What every section of the page needs besides its own values. */
export type Section = { slug: string; canEdit: boolean };
