/** Trouble the reader can mend: its message is printed alone, without a stack. */
export class Explained extends Error {}
