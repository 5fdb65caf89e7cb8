/** A refusal in Twilio's form. */
export class RestError extends Error {
  constructor(
    readonly status: number,
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  body(): Record<string, unknown> {
    return {
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    };
  }
}

export function notFound(path: string): RestError {
  return new RestError(404, 20404, `The requested resource ${path} was not found`);
}

export function tooMany(): RestError {
  return new RestError(429, 20429, "Too Many Requests");
}

export function serverError(): RestError {
  return new RestError(500, 20500, "An internal server error has occurred");
}
