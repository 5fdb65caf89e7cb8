"use client";

import { Button } from "@/app/ui/button";
import { type Movable, useMove } from "../use-move";

export function BookButton({ wide, ...lead }: Movable & { wide?: boolean }) {
  const { choose, dialog } = useMove(lead);
  return (
    <>
      <Button variant="answer" icon="booked" wide={wide} onClick={() => choose("booked")}>
        Mark booked
      </Button>
      {dialog}
    </>
  );
}
