"use client";

import { useEffect, useState } from "react";
import { ButtonLink } from "@/app/ui/button";

/** iPhones refuse links with stars in them, and a desktop has nothing to dial with: only Android gets the button. */
export function DialLink({ href }: { href: string }) {
  const [dials, setDials] = useState(false);
  useEffect(() => setDials(/Android/i.test(navigator.userAgent)), []);
  return dials ? (
    <ButtonLink href={href} icon="call" variant="primary">
      Dial
    </ButtonLink>
  ) : null;
}
