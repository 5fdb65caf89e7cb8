import type { RequestFault, RestOperation } from "../faults";
import type { Network } from "../network";
import { RestError, serverError, tooMany } from "./rest-error";

/** The connection is to be treated badly instead of answered. */
export class Mistreat extends Error {
  constructor(readonly how: "reset" | "hang") {
    super(how);
  }
}

/** Applies what is to go wrong before a request takes effect. @returns what is to go wrong afterwards */
export async function faultsBefore(network: Network, operation: RestOperation): Promise<() => void> {
  const faults = network.faults.forRequest(operation);
  for (const { effect } of faults) network.ledger.write("fault", { operation, effect });
  for (const fault of faults) {
    if (fault.effect === "slow") await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1000));
  }
  for (const fault of faults) before(fault);
  return () => {
    for (const { effect } of faults) {
      if (effect === "error_after") throw serverError();
      if (effect === "reset_after") throw new Mistreat("reset");
      if (effect === "hang_after") throw new Mistreat("hang");
    }
  };
}

function before({ effect, code = 21612 }: RequestFault): void {
  switch (effect) {
    case "refuse":
      throw new RestError(400, code, `The request was refused with error ${code}`);
    case "too_many_requests":
      throw tooMany();
    case "error_before":
      throw serverError();
    case "reset_before":
      throw new Mistreat("reset");
    case "hang_before":
      throw new Mistreat("hang");
  }
}
