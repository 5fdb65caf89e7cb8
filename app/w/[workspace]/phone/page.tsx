import type { Metadata } from "next";
import { Card } from "@/app/ui/card";
import { PageHeader } from "@/app/ui/page-header";
import { Segmented } from "@/app/ui/segmented";
import { TextLink } from "@/app/ui/text-link";
import { requireWorkspace, roleAllows } from "@/lib/auth/require-workspace";
import { formatPhone } from "@/lib/phone/e164";
import { getPhoneLines, type PhoneLine } from "@/lib/phone/queries";
import type { Query } from "@/lib/query";
import { CallersPath } from "./callers-path";
import { GetNumber } from "./get-number";
import { LineCards } from "./line-cards";
import { readPhoneQuery } from "./query";
import { UnfinishedNumber } from "./unfinished-number";

export const metadata: Metadata = { title: "Phone line" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Query> };

export default async function PhonePage({ params, searchParams }: Props) {
  const { workspace: slug } = await params;
  const query = readPhoneQuery(await searchParams);
  const { workspace, role, user } = await requireWorkspace(slug);
  const canEdit = roleAllows(role, "admin");
  const { lines, ...line } = await getPhoneLines(workspace.id, user.id);
  const current = lines.find(({ id }) => id === query.number) ?? lines[0];

  if (!current || query.add) {
    return (
      <>
        <PageHeader
          title={current ? "Add a number" : "Get your Ringback number"}
          lead="Missed calls come to this number, and your callers are texted from it."
          before={current ? <TextLink href={`/w/${slug}/phone`}>Phone line</TextLink> : undefined}
        />
        <Content>
          {canEdit ? (
            <GetNumber
              {...{ slug, query, workspaceId: workspace.id, userId: user.id, rights: line.rights }}
              adding={current !== undefined}
            />
          ) : (
            <Card label="No number yet">
              <p>There is no number yet. Only owners and admins can get one.</p>
            </Card>
          )}
        </Content>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Phone line"
        lead={canEdit ? undefined : "Only owners and admins can change this."}
        actions={
          <>
            {lines.length > 1 ? <NumberChoice slug={slug} lines={lines} current={current} /> : null}
            {canEdit ? (
              <TextLink standalone href={`/w/${slug}/phone?add`}>
                Add a number
              </TextLink>
            ) : null}
          </>
        }
      />
      <Content aside={<CallersPath line={current} business={workspace.name} template={line.template} />}>
        {current.state === "provisioning" ? (
          <UnfinishedNumber slug={slug} line={current} canEdit={canEdit} />
        ) : (
          <LineCards line={current} page={{ slug, canEdit, query, timeZone: workspace.timeZone, ...line }} />
        )}
      </Content>
    </>
  );
}

function Content({ children, aside }: { children: React.ReactNode; aside?: React.ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-4 px-4 pb-10 md:px-7 lg:grid-cols-[minmax(0,44rem)_minmax(0,22rem)] lg:gap-8">
      <div className="grid grid-cols-1 gap-4">{children}</div>
      {aside ? <div className="lg:sticky lg:top-6">{aside}</div> : null}
    </div>
  );
}

function NumberChoice({ slug, lines, current }: { slug: string; lines: PhoneLine[]; current: PhoneLine }) {
  return (
    <Segmented
      label="Numbers"
      items={lines.map(({ id, e164 }) => ({
        href: `/w/${slug}/phone?number=${id}`,
        label: formatPhone(e164),
        current: id === current.id,
      }))}
    />
  );
}
