/** A dot with a ring around it, in the colour of the words beside it. */
export function LiveDot() {
  return (
    <span
      aria-hidden
      className="relative my-1 mr-1 size-2 shrink-0 rounded-full bg-current after:absolute after:-inset-1 after:rounded-full after:border-2 after:border-current after:opacity-28"
    />
  );
}
