export type Letter = { subject: string; text: string; html: string };

type Contents = {
  /** The fact itself: it is the heading as well. */
  subject: string;
  paragraphs: readonly string[];
  button?: { words: string; url: string };
};

const FONT = "'Hanken Grotesk', Arial, sans-serif";

/** One column, readable without images and without HTML. */
export function composeLetter({ subject, paragraphs, button }: Contents): Letter {
  const text = [...paragraphs, ...(button ? [`${button.words}: ${button.url}`] : []), "Ringback"].join("\n\n");
  return { subject, text: `${text}\n`, html: page(subject, paragraphs, button) };
}

function page(subject: string, paragraphs: readonly string[], button: Contents["button"]): string {
  const body = paragraphs
    .map((words) => `<p style="margin:0 0 16px;font:400 16px/1.5 ${FONT};color:#14201A">${asHtml(words)}</p>`)
    .join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${asHtml(subject)}</title></head>
<body style="margin:0;padding:32px 16px;background:#F2F4F1">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto"><tr>
<td style="padding:32px;background:#FFFFFF;border:1px solid #DDE2DD;border-radius:12px">
<p style="margin:0 0 24px;font:700 18px/1.2 ${FONT};color:#14201A">Ringback</p>
<h1 style="margin:0 0 16px;font:700 24px/1.25 ${FONT};color:#14201A">${asHtml(subject)}</h1>
${body}${button ? link(button) : ""}
</td></tr></table></body></html>`;
}

function link({ words, url }: { words: string; url: string }): string {
  const look = `display:inline-block;padding:14px 22px;border-radius:10px;background:#14201A;color:#FFFFFF;font:600 16px/1.25 ${FONT};text-decoration:none`;
  return `<p style="margin:24px 0 8px"><a href="${asHtml(url)}" style="${look}">${asHtml(words)}</a></p>`;
}

function asHtml(words: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return words.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
