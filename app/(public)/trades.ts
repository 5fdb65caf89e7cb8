import type { IconName } from "@/app/ui/icons";

export type Trade = {
  id: string;
  label: string;
  icon: IconName;
  slip: { to: string; date: string; time: string; from: string; phone: string; message: [string, string] };
  ticks: { words: string; ticked: boolean }[];
  stamp: { word: string; detail: string };
  texts: { ours: string; theirs: string };
  /** Seen while its radio is chosen; written out whole, because Tailwind finds classes by reading. */
  shown: string;
};

const ticks = (pleaseCall: boolean, returned: boolean, urgent: boolean) => [
  { words: "Telephoned", ticked: true },
  { words: "Please call", ticked: pleaseCall },
  { words: "Returned your call", ticked: returned },
  { words: "Urgent", ticked: urgent },
];

export const trades: Trade[] = [
  {
    id: "plumber",
    label: "Plumber",
    icon: "plumber",
    slip: {
      to: "Dana",
      date: "6/9",
      time: "11:08",
      from: "Karen Boyd",
      phone: "503 555 0188",
      message: ["water heater is leaking,", "wants somebody TODAY!!"],
    },
    ticks: ticks(true, false, true),
    stamp: { word: "Booked", detail: "12:30 today, $1,850" },
    texts: {
      ours: "Hi, this is Alder & Sons Plumbing. Sorry we missed your call! What can we help with? Reply STOP to opt out.",
      theirs: "Water heater is leaking in the garage. Can someone come today??",
    },
    shown: "hidden group-has-[#trade-plumber:checked]/hero:block",
  },
  {
    id: "dentist",
    label: "Dentist",
    icon: "dentist",
    slip: {
      to: "Dr. Osei",
      date: "6/9",
      time: "9:42",
      from: "Marcus Lee",
      phone: "503 555 0131",
      message: ["cracked a tooth at lunch,", "hurts when he bites"],
    },
    ticks: ticks(true, false, true),
    stamp: { word: "Booked", detail: "4:15 today, chair 2" },
    texts: {
      ours: "Rosewood Dental here. Sorry we missed your call, we were with a patient. How can we help? Reply STOP to opt out.",
      theirs: "Cracked a tooth and it hurts when I bite. Anything today?",
    },
    shown: "hidden group-has-[#trade-dentist:checked]/hero:block",
  },
  {
    id: "salon",
    label: "Salon",
    icon: "salon",
    slip: {
      to: "Mia",
      date: "6/9",
      time: "2:15",
      from: "Priya Nair",
      phone: "503 555 0157",
      message: ["cut and color before", "Saturday, for a wedding!"],
    },
    ticks: ticks(true, true, false),
    stamp: { word: "Booked", detail: "Friday 2:00, $165" },
    texts: {
      ours: "Hi from Studio Fern! Sorry we missed you, hands full of foils. What would you like to book? Reply STOP to opt out.",
      theirs: "Cut and color before Saturday? It’s for my sister’s wedding",
    },
    shown: "hidden group-has-[#trade-salon:checked]/hero:block",
  },
  {
    id: "law-office",
    label: "Law office",
    icon: "lawOffice",
    slip: {
      to: "Ms. Grant",
      date: "6/9",
      time: "4:31",
      from: "Luis Ortega",
      phone: "503 555 0115",
      message: ["landlord served him papers,", "court date is the 24th"],
    },
    ticks: ticks(true, false, true),
    stamp: { word: "Booked", detail: "Thursday 10:00, consult" },
    texts: {
      ours: "Grant Law Office. Sorry we missed your call. May we ask what it is about? Reply STOP to opt out.",
      theirs: "My landlord served me papers. Court is on the 24th, can we talk this week?",
    },
    shown: "hidden group-has-[#trade-law-office:checked]/hero:block",
  },
];
