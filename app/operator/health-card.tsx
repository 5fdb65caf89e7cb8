import type { ReactNode } from "react";
import { Card } from "@/app/ui/card";
import { cn } from "@/app/ui/cn";
import type { Family } from "@/app/ui/family";
import type { IconName } from "@/app/ui/icons";
import { Icon } from "@/app/ui/lucide-icon";
import { Status } from "@/app/ui/status";
import { TextLink } from "@/app/ui/text-link";
import type { HealthFacts } from "@/lib/health/health-facts";
import { PART_NAMES, partWords } from "@/lib/health/health-words";
import type { Judged, Level, Part } from "@/lib/health/judge-health";

const ICONS: Record<Part, IconName> = {
  database: "database",
  worker: "worker",
  queue: "queue",
  sweep: "sweep",
  carrier: "carrierAccount",
  public_address: "publicAddress",
  proxy: "proxy",
  mail: "mail",
  backup: "backup",
  disk: "disk",
  version: "version",
};

const LOOKS: Record<Level, { family: Family; icon: IconName; band: string }> = {
  failing: { family: "stamp", icon: "error", band: "bg-stamp-tint" },
  low: { family: "marker", icon: "unchecked", band: "bg-marker-tint" },
  well: { family: "answer", icon: "live", band: "" },
  not_set_up: { family: "quiet", icon: "notSetUp", band: "" },
};

/** Every part of the installation, troubles on top in their band. */
export function HealthCard({ judged, facts }: { judged: Judged[]; facts: HealthFacts }) {
  return (
    <Card title="Health">
      <ul>
        {judged.map((one) => (
          <PartRow key={one.part} judged={one} facts={facts} />
        ))}
      </ul>
    </Card>
  );
}

function PartRow({ judged, facts }: { judged: Judged; facts: HealthFacts }) {
  const { family, icon, band } = LOOKS[judged.level];
  const { state, detail } = partWords(judged, facts);
  return (
    <li
      className={cn(
        "grid grid-cols-[18px_minmax(0,1fr)] items-center gap-x-3 gap-y-0.5 py-2 md:min-h-11 md:grid-cols-[18px_8.5rem_9.5rem_minmax(0,1fr)_auto]",
        band
          ? cn("-mx-3 rounded-md px-3", band)
          : "border-line border-t first:border-0 [.rounded-md+&]:border-transparent",
      )}
    >
      <Icon name={ICONS[judged.part]} size={18} className="text-ink-3" />
      <b className="font-semibold">{PART_NAMES[judged.part]}</b>
      <span className="flex max-md:col-start-2">
        <Status family={family} icon={icon}>
          {state}
        </Status>
      </span>
      <span className="text-ink-2 max-md:col-start-2">{detail}</span>
      <span className="max-md:col-start-2">{wayOut(judged, facts)}</span>
    </li>
  );
}

/** Where to do something about it, for what is not done on this machine. */
function wayOut({ part, level }: Judged, { carrier }: HealthFacts): ReactNode {
  if (part !== "carrier" || carrier.account !== "real" || level === "well") return null;
  return (
    <TextLink href="https://console.twilio.com" className="whitespace-nowrap text-control">
      Open Twilio
    </TextLink>
  );
}
