import { closeDatabase } from "@/db/tenant";
import { createHandlerServer } from "./serve-handlers";

/** The webhook doors alone, on PORT of the loopback interface; SIGTERM lets what is in flight finish. */
const server = await createHandlerServer();
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("listening"));
process.once("SIGTERM", () => {
  server.prependListener("request", (_, response) => response.setHeader("connection", "close"));
  server.close(async () => {
    await closeDatabase();
    process.exit(0);
  });
  server.closeIdleConnections();
});
