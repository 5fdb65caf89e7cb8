"use client";
import { Button } from "@/app/ui/button";
import { useToast } from "@/app/ui/toast";
export function Toaster() { const show = useToast(); return <Button onClick={() => show({ message: "Bill Tran moved to Booked", undo: () => show({ message: "Moved back" }) })}>Toast</Button>; }
