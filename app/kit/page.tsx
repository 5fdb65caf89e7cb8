import { AppFrame } from "@/app/ui/frame/app-frame";
import { PageHeader } from "@/app/ui/page-header";
import { Highlight } from "@/app/ui/highlight";
import { Card } from "@/app/ui/card";
import { Bars } from "@/app/ui/bars";
import { HeatTable } from "@/app/ui/heat-table";
import { Menu } from "@/app/ui/menu";
import { Status } from "@/app/ui/status";
import { Trace } from "@/app/ui/trace";
import { Slip, SlipLine, SlipTick, SlipTicks } from "@/app/ui/slip";
import { Button, ButtonLink } from "@/app/ui/button";
import { TextInput } from "@/app/ui/text-input";
import { PasswordInput } from "@/app/ui/password-input";
import { Select } from "@/app/ui/select";
import { TextArea } from "@/app/ui/text-area";
import { Checkbox } from "@/app/ui/checkbox";
import { RadioCard } from "@/app/ui/radio-card";
import { Switch } from "@/app/ui/switch";
import { Bubble } from "@/app/ui/bubble";
import { Banner } from "@/app/ui/banner";
import { EmptyState } from "@/app/ui/empty-state";
import { SkeletonRows } from "@/app/ui/skeleton";
import { Broken } from "@/app/ui/broken";
import { Segmented } from "@/app/ui/segmented";
import { Tabs } from "@/app/ui/tabs";
import { Tag } from "@/app/ui/tag";
import { Count } from "@/app/ui/count";
import { Avatar } from "@/app/ui/avatar";
import { Dialog, DialogClose } from "@/app/ui/dialog";
import { Tooltip } from "@/app/ui/tooltip";
import { FormMessage } from "@/app/ui/form-message";
import { TextLink } from "@/app/ui/text-link";
import { PhoneNumber } from "@/app/ui/phone-number";
import { Toaster } from "./toaster";
const passed = (title: string, detail: string) => ({ state: "passed" as const, title, detail });
export default function Kit() {
  return (
    <AppFrame workspaceName="Alder & Sons" workspaceDetail="Plumbing, Portland OR"
      nav={[{ href: "/kit", label: "Home", icon: "home", exact: true }, { href: "/kit/leads", label: "Leads", icon: "leads", count: 3 }, { href: "/kit/calls", label: "Calls", icon: "calls" }]}
      setupNav={[{ href: "/kit/phone", label: "Phone line", icon: "line" }, { href: "/kit/r", label: "Recovery", icon: "recovery" }, { href: "/kit/team", label: "Team", icon: "team" }, { href: "/kit/b", label: "Billing", icon: "billing" }]}
      line={{ family: "answer", words: "Line is live", number: "(503) 555-0142", detail: "Last missed call 12 min ago", href: "/kit/phone" }}
      person={{ name: "Dana Whitfield" }}
      workspaceMenu={<Menu label="Switch workspace" icon="switch" variant="ghost" size="compact" items={[{ label: "Alder & Sons", href: "/kit", current: true }]} />}
      personMenu={<Menu label="Your account" icon="options" variant="ghost" size="compact" side="top" align="end" items={[{ label: "Light", icon: "day", href: "/kit?a" }, { label: "Dark", icon: "night", href: "/kit?b", current: true }, { label: "Sign out", icon: "signOut", href: "/kit?c", separated: true, danger: true }]} />}>
      <PageHeader size="headline" before="Tuesday, June 9" title={<>You missed 44 callers this month.<br /><Highlight>31 of them are talking to you anyway.</Highlight></>} actions={<Menu label="Period" items={[{ label: "This month", href: "/kit", current: true }, { label: "Last month", href: "/kit?l" }]}>This month</Menu>} />
      <div className="grid grid-cols-1 gap-4 px-4 md:px-8 lg:grid-cols-[1.62fr_1fr]">
        <Card label="Booked"><div className="grid gap-7 md:grid-cols-[262px_1fr]"><div><span className="text-sm font-semibold text-ink-2">Booked from missed calls</span><p className="font-display font-bold text-figure">$6,480</p><Status family="answer" icon="rising">$1,120 more than all of May</Status></div>
          <Bars caption="From missed to booked" steps={[{ step: "missed", value: 44, href: "#" }, { step: "texted", value: 41, href: "#" }, { step: "replied", value: 31, href: "#" }, { step: "booked", value: 12, href: "#" }]} /></div></Card>
        <Card title="Your line" aside={<Status family="answer" dot>Live</Status>}><PhoneNumber e164="+15035550142" display="(503) 555-0142" className="font-display text-title" /><Button wide icon="testCall">Make a test call</Button></Card>
        <Card title={<>Needs you <Count value={4} family="marker" /></>} aside={<TextLink href="#" standalone>Open inbox</TextLink>}>
          {["Karen Boyd", null, "Rosewood Dental", "Tom Hauser"].map((n) => <div key={n} className="flex items-center gap-3 border-t border-line py-3"><Avatar name={n} /><span className="grow">{n ?? "(503) 555-0177"}</span><Status family="marker" icon="waiting">Waiting 14 min</Status><span className="max-md:hidden"><Button size="compact" icon="reply">Reply</Button></span><Tooltip label="Call"><Button size="compact" icon="call" aria-label="Call" /></Tooltip></div>)}
        </Card>
        <Card title="When you miss calls"><HeatTable caption="x" hours={["7a", "", "9", "", "11", ""]} days={[{ name: "Mon", counts: [0, 1, 2, 3, 4, 0] }, { name: "Tue", counts: [0, 0, 1, 2, 3, 4] }]} /></Card>
        <div className="max-w-[400px] flex flex-col gap-4"><Slip><SlipLine entries={[{ label: "To", value: "Alder & Sons" }, { label: "Date", value: "Jun 9", end: true }, { label: "Time", value: "10:02 AM" }]} /><SlipLine entries={[{ label: "From", value: "(971) 555-0133", large: true }]} /><SlipTicks><SlipTick ticked>Telephoned</SlipTick><SlipTick ticked={false}>Left a voicemail</SlipTick><SlipTick ticked>Called before</SlipTick><SlipTick ticked={false}>We texted back</SlipTick></SlipTicks></Slip>
          <Card><h3 className="font-bold mb-1.5">What we checked, in order</h3><Trace items={[passed("The call ended without an answer", "Rang 20 s"), passed("It came in on your live line", "Verified Sunday"), { state: "stopped", title: "60 minutes since our last text", detail: "Only 15 min" }, { state: "not_checked", title: "Inside your texting hours", detail: "Not checked" }, { state: "not_checked", title: "Text sent", detail: "Not sent" }]} /></Card>
          <Card><Trace items={[passed("A", "OK"), { state: "failed", title: "Text sent", detail: "Not delivered" }]} /></Card></div>
        <div className="flex flex-col gap-3"><Bubble kind="caller" meta="11:30 AM">Water heater is leaking in the garage.</Bubble><Bubble kind="automatic" delivery="delivered" meta="Delivered">Hi, this is Alder</Bubble><Bubble kind="ai" delivery="delivered" meta="Delivered">What’s the address?</Bubble><Bubble kind="member" author="Luis" delivery="sent" meta="Sent 11:34 AM">Luis can be there at 12:30.</Bubble><Bubble kind="member" delivery="failed" meta="Not delivered: this is a landline" action={<TextLink href="#">Call instead</TextLink>}>Luis can be there</Bubble><Bubble kind="member" delivery="scheduled" meta="Sends Wed 5:00 PM">Checking</Bubble><Bubble kind="note" author="Dana">She has a dog.</Bubble></div>
        <form className="flex flex-col gap-4"><TextInput label="Business name" name="b" defaultValue="Alder & Sons" hint="As callers know it" /><TextInput label="Area code" name="a" defaultValue="5O3" error="Area codes are 3 digits, like 503." /><PasswordInput large label="Password" name="p" aside={<TextLink href="#">Forgot it?</TextLink>} /><Select label="Trade" name="t" options={[{ value: "p", label: "Plumber" }]} /><TextArea label="First text" name="ft" defaultValue="Hi" /><Checkbox label="Text at night" detail="Replies only" name="c" defaultChecked /><Checkbox label="I agree" name="d" error="Tick this to go on." /><fieldset className="grid gap-2"><legend>Number</legend><RadioCard name="n" value="1" label="(503) 555-0142" detail="Portland OR" aside="$1.15" defaultChecked /><RadioCard name="n" value="2" label="(503) 555-0143" /></fieldset><Switch label="Texting is on" detail="Callers get a text" name="s" defaultChecked /><Switch label="AI" name="s2" /><FormMessage>That did not work.</FormMessage><FormMessage family="answer">Saved.</FormMessage></form>
        <div className="flex flex-col gap-4"><Banner family="stamp" icon="broken" action={<Button variant="primary" size="compact">Fix forwarding</Button>}>Missed calls stopped reaching us at 9:40 AM.</Banner><Banner family="marker" icon="offline">You’re offline. Texts you write are kept.</Banner><Segmented label="Show" items={[{ href: "?1", label: "All", count: 68, current: true }, { href: "?2", label: "Texted", count: 41, current: false }, { href: "?3", label: "Not texted", count: 14, current: false }, { href: "?4", label: "Answered", count: 13, current: false }]} /><Tabs label="t" tabs={[{ value: "a", label: "One", panel: "1" }, { value: "b", label: "Two", panel: "2" }]} /><div className="flex flex-wrap gap-3"><Button variant="primary">Text them anyway</Button><Button>Change the wait</Button><Button variant="answer" icon="booked">Mark booked</Button><Button variant="ghost">Cancel</Button><Button variant="primary" pending>Sending</Button><Button variant="danger" icon="delete">Release</Button><ButtonLink href="#" size="large" variant="primary">Large</ButtonLink><Tag>Talking</Tag><Tag family="slip" icon="new">New</Tag><Dialog title="Release (503) 555-0142" description="Callers will hear that it is not in service." trigger={{ label: "Release number" }}><div className="flex gap-2"><Button variant="danger" icon="delete">Release number</Button><DialogClose>Keep number</DialogClose></div></Dialog><Toaster /></div>
          <div className="grid gap-4"><Card><EmptyState icon="live" family="answer" title="Nobody is waiting on you." action={<Button>See open conversations</Button>}>New replies show up here on their own.</EmptyState></Card><Card><SkeletonRows label="Loading" /></Card><Card><Broken title="We couldn’t load your calls." details="x">Your line is still working.</Broken></Card></div></div>
      </div>
    </AppFrame>
  );
}
