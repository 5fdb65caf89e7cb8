/** Not there and not theirs are the same answer. Pages turn it into a 404. */
export class NotFound extends Error {
  constructor(what: string) {
    super(`${what} was not found`);
    this.name = "NotFound";
  }
}

/** The person is known and belongs here, but their role does not allow this. */
export class Forbidden extends Error {
  constructor(readonly needs: string) {
    super(`This needs the role ${needs}`);
    this.name = "Forbidden";
  }
}

/** Trouble the operator can mend: a process or command prints this sentence, without a stack, and ends. */
export class Refusal extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "Refusal";
  }
}

/** The installation does as much of this as it can at the moment. Forms answer with the words. */
export class Busy extends Error {
  constructor(readonly words: string) {
    super(words);
    this.name = "Busy";
  }
}
