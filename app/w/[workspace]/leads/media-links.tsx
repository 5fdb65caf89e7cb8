import { TextLink } from "@/app/ui/text-link";

type MediaLinksProps = {
  slug: string;
  messageId: string;
  /** The content type of each, as the sender declared it. */
  types: readonly string[];
};

/** What came with a text. Pictures are shown; everything else is a link. */
export function MediaLinks({ slug, messageId, types }: MediaLinksProps) {
  if (types.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {types.map((type, index) => {
        const href = `/w/${slug}/media/${messageId}/${index}`;
        const name = `Attachment ${index + 1}`;
        return (
          <li key={href}>
            {/^image\/(?!svg|hei)/.test(type) ? (
              <a href={href} target="_blank" rel="noreferrer" className="block">
                {/* biome-ignore lint/performance/noImgElement: a stranger's picture behind a sign-in, not for an optimiser */}
                <img
                  src={href}
                  alt={name}
                  loading="lazy"
                  className="max-h-60 max-w-full rounded-lg border border-line"
                />
              </a>
            ) : (
              <TextLink href={href} target="_blank" rel="noreferrer" prefetch={false} standalone>
                {name}
              </TextLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}
